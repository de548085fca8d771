/** A content with tables of whole offices: in four layouts, two of one file, with a masked number, and a body without one. */
import { readFileSync, readdirSync } from 'node:fs';
import { writeProject } from './write-project.ts';

const FIXTURES = 'tests/unit/record/overall/fixtures';

/** The files of the content, by their paths. */
export const OVERALL_CONTENT: Record<string, string> = {
  'site.json': JSON.stringify({
    ...{ name: '绩效', tagline: '预算绩效目标公开', url: 'https://jixiao.example.gov.cn' },
  }),
  ...Object.fromEntries(
    readdirSync(FIXTURES).map((name, index) => [
      `disclosures/2026/office-${index + 1}.md`,
      readFileSync(`${FIXTURES}/${name}/source.md`, 'utf8').replaceAll('水闸维护', `水闸维护${index + 1}`),
    ]),
  ),
  'disclosures/2026/roads.md': writeProject({
    ...{ year: 2026, name: '路面养护', yuan: '120000.00' },
    ...{ unit: '青溪县公路站', department: '青溪县交通局' },
  }),
};
