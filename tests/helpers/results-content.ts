/** A content with results: joined by code and by name, unclear, of a file with targets, of a year without; with a masked number. */
import { writeProject } from './write-project.ts';
import { writeResult } from './write-result.ts';

const WATER = { unit: '青溪县水务局', department: '青溪县水务局' };
const ROADS = { unit: '青溪县公路站', department: '青溪县交通局' };
const PLANNED = [
  ['巡查河道', '≥10次'],
  ['水质达标率', '≥95%'],
  ['沿岸环境', '明显改善'],
  ['居民意见', '≤3条'],
  ['管网长度', '≥3公里'],
] as const;
const ANSWERS = [
  ['巡查河道', '≥8次', '9次', '20', '18', '八月汛期停工，改在九月补巡。'],
  ['水质达标率', '≥95%', '95.5%', '30', '30', ''],
  ['沿岸环境', '明显改善', '完成', '20', '20', ''],
  ['居民意见', '≤3条', '4条', '10', '8', '两条意见来自施工围挡，联系人电话13900000001。'],
  ['清淤方量', '≥100立方米', '', '10', '10', ''],
] as const;

/** The files of the content, by their paths. */
export const RESULTS_CONTENT: Record<string, string> = {
  'site.json': JSON.stringify({
    ...{ name: '绩效', tagline: '预算绩效目标公开', url: 'https://jixiao.example.gov.cn' },
  }),
  'disclosures/2025/water.md': [
    writeProject({ year: 2025, ...WATER, name: '河道保洁', yuan: '100000.00', code: 'X-1' }),
    writeProject({ year: 2025, ...WATER, name: '管网养护', yuan: '50000.50', rows: PLANNED }),
    writeProject({ year: 2025, ...WATER, name: '水质监测', yuan: '30000.00' }),
    writeProject({ year: 2025, ...WATER, name: '堤防加固', yuan: '30000.00', code: 'D-1' }),
  ].join(''),
  'disclosures/results/2025/water.md': [
    '---\npublished: 2026-08-01\nlicence: CC BY 4.0\n---\n\n',
    writeResult({ year: 2025, ...WATER, name: '河道保洁', code: 'X-1' }),
    writeResult({
      ...{ year: 2025, ...WATER, name: '管网养护', rows: ANSWERS, total: '95.8' },
      funds: ['5.00', '5.00', '4.9', '98%', '9.8'],
    }),
    writeResult({ year: 2025, ...WATER, name: '闸坝维修' }),
    // The code of one project and the name of another.
    writeResult({ year: 2025, ...WATER, name: '水质监测', code: 'D-1' }),
  ].join(''),
  'disclosures/2026/roads.md': [
    writeProject({ year: 2026, ...ROADS, name: '路面养护', yuan: '120000.00', code: 'R-1' }),
    writeResult({ year: 2025, ...ROADS, name: '路面养护' }),
    writeResult({ year: 2024, ...ROADS, name: '桥梁检测' }),
  ].join(''),
  'disclosures/2026/water.md': writeProject({
    ...{ year: 2026, ...WATER, name: '河道保洁', yuan: '120000.00', code: 'X-1' },
  }),
};
