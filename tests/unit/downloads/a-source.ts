import { VFile } from 'vfile';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import type { DataSource } from '../../../src/downloads/data-set.ts';
import { tellApart } from '../../../src/display/tell-apart.ts';
import { writeProject } from '../../helpers/write-project.ts';

/** A source file as the downloads describe it, read from its text. @param file Its name, without the ending. */
function aSource(year: number, file: string, publisher: string, text: string): DataSource {
  const path = `disclosures/${year}/${file}.md`;
  const { projects, notices, publication, sha256 } = readDisclosure(new VFile({ path, value: text }));
  return {
    ...{ id: `${year}/${file}`, year, publisher, publication, path, sha256, notices, projects },
    ...{ commit: null, bytes: Buffer.byteLength(text), apart: tellApart(projects) },
    overall: [],
  };
}

const WATER = { year: 2026, unit: '示例市水务局', department: '示例市水务局' };

/** Two projects of one body; each of them has notices. */
export const water = aSource(
  2026,
  'water',
  '示例市水务局',
  [
    writeProject({
      ...{ ...WATER, name: '河道保洁', yuan: '27700.00', code: 'X-1' },
      rows: [
        ['巡查河道', '≥12次'],
        ['养护经费', '2~3万元'],
        ['清淤单价', '1.5万元/年'],
        ['居民满意度', '满意'],
      ],
    }),
    writeProject({ ...WATER, name: '水质监测', yuan: '3000.50', rows: [['监测断面', '5~8个']] }),
  ].join(''),
);

/** A table whose form asks for little. */
export const school = aSource(
  2025,
  'school',
  '示例市第一中学',
  [
    ...['## 项目绩效目标表', '', '项目名称\t操场翻新', '用款单位\t示例市第一中学'],
    ...[
      '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t备注',
      '\t产出指标\t数量指标\t跑道\t400米\t塑胶',
      '',
    ],
  ].join('\n'),
);
