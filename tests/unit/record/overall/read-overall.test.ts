import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../../src/content/format-notices.ts';
import { parseDisclosure } from '../../../../src/content/read-disclosure.ts';
import { ParsedOverallSchema, type ParsedOverall } from '../../../../src/record/overall-schema.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () =>
    parseDisclosure(
      new VFile({
        path: 'disclosures/2026/source.md',
        value: readFileSync(join(fixtures, name, 'source.md')),
      }),
    );

  test('gives the targets of the whole office', async () => {
    const { overall } = read();
    for (const each of overall) ParsedOverallSchema.parse(each);
    await expect(`${JSON.stringify(overall.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'overall.json'),
    );
  });

  test('says what there is to say', async () => {
    await expect(`${formatNotices(read().notices)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'notices.txt'),
    );
  });
});

const PROJECT = readFileSync(
  join(fixtures, 'ministry-form-with-tasks-of-three-sums', 'source.md'),
  'utf8',
).split('## 部门')[0];
const OFFICE = '部门名称\t水务局\n年度总体目标\t通水\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n';

/** What a file says of whole offices, and the rules of its notices on their lines. */
function readFile(text: string, path = 'disclosures/2026/source.md') {
  const { overall, notices } = parseDisclosure(new VFile({ path, value: text }));
  const said = notices.filter(({ message }) => message.includes('整体'));
  return { overall, said: said.map(({ rule, message }) => `${rule} ${message}`) };
}

test('a table of another year than its file is named', () => {
  const { overall, said } = readFile(`${PROJECT}## 部门整体支出绩效目标表（2025年度）\n\n${OFFICE}`);
  expect(overall).toEqual([]);
  expect(said).toEqual([
    'table/other-kind 这是部门（单位）整体绩效目标表，写的是 2025 年，文件在 2026 文件夹里，没有公开',
  ]);
});

test('a table without a year in a file without one is named', () => {
  const text = `${String(PROJECT)}## 部门整体支出绩效目标表\n\n${OFFICE}`;
  const { overall, said } = readFile(text, 'source.md');
  expect(overall).toEqual([]);
  expect(said).toEqual(['table/other-kind 这是部门（单位）整体绩效目标表，没有写年度，没有公开']);
});

test('a file without a project has no page for it', () => {
  const { overall, said } = readFile(`## 部门整体支出绩效目标表\n\n${OFFICE}\t产出\t数量指标\t清淤\t3公里\n`);
  expect(overall).toEqual([]);
  expect(said[0]).toMatch(/^table\/no-targets|^table\/other-kind/);
});

test('rows that add points up are named', () => {
  const rows = '\t产出指标\t数量指标\t清淤\t3公里\n总分\t\t\t\t100\n';
  const { overall, said } = readFile(`${PROJECT}## 部门整体支出绩效目标表\n\n${OFFICE}${rows}`);
  expect(overall).toMatchObject([{ goal: '通水', tasks: [], total: null, indicators: [{ name: '清淤' }] }]);
  expect(said).toEqual(['overall/unread-cells 没读懂这一行的这些格，整体绩效目标里没有它们：“总分”、“100”']);
});

const HEADER = '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t清淤\t3公里\n';
const TASKS = '年度主要任务\t任务名称\t主要内容\t预算金额（万元）\t预算金额（万元）\n';
const readTasksOf = (rows: string, title = '## 部门整体支出绩效目标表\n\n') =>
  readFile(`${PROJECT}${title}部门名称\t水务局\n${TASKS}${rows}`);

test('sums of which one is no amount, and those of two columns of one name, are not compared', () => {
  const rows = '\t清淤\t三公里\t待定\t1.00\n\t管网\t五公里\t2.00\t1.00\n\t合计\t\t9.00\t9.00\n';
  const { overall, said } = readTasksOf(`${rows}${HEADER}`);
  expect(overall[0]?.tasks.map(({ name }) => name)).toEqual(['清淤', '管网']);
  expect(overall[0]?.total?.amounts.map(({ text }) => text)).toEqual(['9.00', '9.00']);
  expect(said).toEqual([]);
});

test('a total that is no amount is kept as it is written', () => {
  const { overall, said } = readTasksOf(`\t清淤\t三公里\t1.00\n\t合计\t\t另行安排\n${HEADER}`);
  expect(overall[0]?.total?.amounts).toMatchObject([{ text: '另行安排', yuan: null }]);
  expect(said).toEqual([]);
});

test('rows of dots and rows of the group alone are no tasks', () => {
  const { overall, said } = readTasksOf(`\t清淤\t三公里\t1.00\n年度主要任务\t\t\t\n\t……\t……\n${HEADER}`);
  expect(overall[0]?.tasks.map(({ name }) => name)).toEqual(['清淤']);
  expect(said).toEqual([]);
});

test('a table needs no title', () => {
  const { overall } = readTasksOf(`\t清淤\t三公里\t1.00\n${HEADER}`, '\n');
  expect(overall).toMatchObject([{ tasks: [{ name: '清淤' }], indicators: [{ name: '清淤' }] }]);
});

test('tasks can be the last part', () => {
  const { overall } = readFile(
    `${PROJECT}## 部门整体支出绩效目标表\n\n部门名称\t水务局\n年度总体目标\t通水\n${HEADER}${TASKS}\t清淤\t三公里\t1.00\n`,
  );
  expect(overall).toMatchObject([
    { goal: '通水', tasks: [{ name: '清淤' }], indicators: [{ name: '清淤' }] },
  ]);
});

test('a goal in the column of the tasks ends them, and a row of funds as in results is named', () => {
  const { overall, said } = readFile(
    `${PROJECT}## 部门整体支出绩效目标表\n\n任务名称\t主要内容\t预算金额\n清淤\t三公里\t1.00\n绩效指标\t\n` +
      `项目资金\t年初预算数\t全年预算数\t全年执行数\n年度资金总额\t1.00\t1.00\t1.00\n` +
      `年度总体目标\t通水\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤\t3公里\n`,
  );
  expect(overall).toMatchObject([{ tasks: [{ name: '清淤' }], goal: '通水' }]);
  expect(said.join()).toContain('“年度资金总额”');
});

test('a table with the words of the form alone is named, with tasks and without', () => {
  const blank = '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t\t\t\t\n';
  const title = '## 部门整体支出绩效目标表\n\n部门名称\t\n';
  for (const tasks of ['', `${TASKS}年度主要任务\t\t……\t\t\n\t合计\t\t\t\n`]) {
    const { overall, said } = readFile(`${PROJECT}${title}${tasks}年度总体目标\t\n${blank}`);
    expect(overall).toEqual([]);
    expect(said).toEqual(['table/blank-form 这张整体绩效目标表只有栏目，没有填写内容，没有公开']);
  }
});

test('a field, or a total, in the column of the tasks', () => {
  const { overall } = readFile(
    `${PROJECT}## 部门整体支出绩效目标表\n\n任务名称\t主要内容\t预算金额\n清淤\t三公里\t1.00\n合计\t\t1.00\n` +
      `部门名称\t水务局\n年度总体目标\t通水\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤\t3公里\n`,
  );
  expect(overall).toMatchObject([{ name: '水务局', total: { label: '合计' }, tasks: [{ name: '清淤' }] }]);
});

/** The record without what every case shares. */
function brief(overall: ParsedOverall) {
  const { source, ...record } = overall;
  return { ...record, lines: [source.startLine, source.endLine] };
}
