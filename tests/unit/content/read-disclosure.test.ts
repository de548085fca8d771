import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../src/content/format-notices.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { ProjectSchema, type Project } from '../../../src/record/disclosure-schema.ts';
import { toPublishedProject } from '../../../src/record/published-disclosure.ts';

const fixtures = fileURLToPath(new URL('../record/fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () => readSource(readFileSync(join(fixtures, name, 'source.md')));

  test('gives the record', async () => {
    const { projects } = read();
    for (const project of projects) ProjectSchema.parse(project);
    await expect(`${JSON.stringify(projects.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'record.json'),
    );
  });

  test('says what there is to say', async () => {
    const { notices } = read();
    await expect(`${formatNotices(notices)}\n`).toMatchFileSnapshot(join(fixtures, name, 'notices.txt'));
  });
});

function readSource(value: Uint8Array) {
  return readDisclosure(new VFile({ path: 'disclosures/2026/source.md', value }));
}

/** The record without what every case shares. */
function brief(project: Project) {
  const { source, ...published } = toPublishedProject(project);
  return { ...published, lines: [source.startLine, source.endLine] };
}

/** What a table reads as whose title, label of the budget and label of the goal are these. */
function readYear(path: string, title: string, budget: string, goal: string) {
  const rows = [
    `项目名称\t河道清淤`,
    `${budget}\t30,000.00`,
    `总体绩效目标\t${goal}`,
    `\t清淤三公里`,
    `绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值`,
    `\t产出指标\t数量指标\t清淤长度\t3公里`,
    `\t效益指标\t社会效益\t受益村庄\t≥12个`,
    `\t满意度指标\t服务对象满意度\t沿岸居民满意度\t≥90%`,
  ];
  const value = `## ${title}\n\n${rows.join('\n')}\n`;
  const { projects, notices } = readDisclosure(new VFile({ path, value }));
  return [projects[0]?.year ?? null, ...notices.map(({ rule, line, column }) => `${line}:${column} ${rule}`)];
}

const title = '项目绩效目标表';
const cost = '1:4 indicator/missing-category';

test.each([
  ['the label of the budget', 'a.md', title, '2019年预算金额(元)', '年度目标', [2019]],
  ['the folder', 'disclosures/2019/a.md', title, '预算金额(元)', '年度目标', [2019]],
  ['the name of the file', 'disclosures/qing-xi-2019.md', title, '预算金额(元)', '年度目标', [2019]],
  ['the title', 'a.md', `2019年度${title}`, '预算金额(元)', '年度目标', [2019]],
  ['the label of the goal', 'a.md', title, '预算金额(元)', '2019年度目标', [2019]],
  [
    'the title before that of the goal',
    'a.md',
    `2019年${title}`,
    '预算金额(元)',
    '2018年度目标',
    [2019, '5:8 year/goal-differs'],
  ],
  [
    'the label of the budget before the title',
    'a.md',
    `2019年${title}`,
    '2018年预算金额(元)',
    '年度目标',
    [2018, '4:14 year/title-differs'],
  ],
  [
    'none of two in the title',
    'a.md',
    `2018年、2019年${title}`,
    '预算金额(元)',
    '年度目标',
    [null, '4:9 budget/no-year'],
  ],
  ['none', 'a.md', title, '预算金额(元)', '年度目标', [null, '4:9 budget/no-year']],
  [
    'none of two that differ',
    'disclosures/2019/a.md',
    title,
    '2018年预算金额(元)',
    '年度目标',
    [null, '4:14 budget/other-year'],
  ],
])('the year of a budget is read from %s', (_, path, heading, budget, goal, expected) => {
  expect(readYear(path, heading, budget, goal)).toEqual(expected);
});

test('asks for cost indicators since the budgets of 2021', () => {
  expect(readYear('a.md', title, '2020年预算金额(元)', '年度目标')).toEqual([2020]);
  expect(readYear('a.md', title, '2021年预算金额(元)', '年度目标')).toEqual([2021, cost]);
});
