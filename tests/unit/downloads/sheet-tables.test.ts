import { expect, test } from 'vitest';
import {
  explanationColumns,
  explanationSheet,
  noticeColumns,
  noticeSheet,
} from '../../../src/downloads/sheet-tables.ts';
import { must } from '../../../src/record/must.ts';
import { toNotice } from '../../../src/record/notices.ts';
import { school, water } from './a-source.ts';
import { cellsOf, linksOf, schemaOf } from './read-columns.ts';

const toAddress = (path: string) => `https://example.gov.cn${path}`;
/** Behind the last table. */
const alone = toNotice({ path: water.path, line: 99, column: 1 }, 'table/other-kind', '其他表');
const source = { ...water, notices: [...water.notices.slice(1, 3), alone] };

test('notices are listed by source, each with its project and the line to which it leads', () => {
  const { table, rows, frozen } = noticeSheet([source, school], toAddress);
  expect([table.title, frozen]).toEqual(['提示', 3]);
  const [info, warning, other, first] = rows.map((row) => [cellsOf(table, row), linksOf(table, row)]);
  const shared = { year: 2026, publisher: '示例市水务局', path: 'disclosures/2026/water.md' };
  expect(info).toEqual([
    {
      ...{ ...shared, project: '河道保洁', line: 19, severity: '说明', rule: 'target/words-only' },
      message: must(water.notices[1]).message,
    },
    { message: 'https://example.gov.cn/2026/water/he-dao-bao-jie/#L19' },
  ]);
  expect(warning).toEqual([
    {
      ...{ ...shared, project: '水质监测', line: 21, severity: '提示', rule: 'indicator/missing-category' },
      message: must(water.notices[2]).message,
    },
    { message: 'https://example.gov.cn/2026/water/shui-zhi-jian-ce/#L21' },
  ]);
  expect(other).toEqual([
    { ...shared, project: null, line: 99, severity: '提示', rule: 'table/other-kind', message: '其他表' },
    { message: 'https://example.gov.cn/2026/water/source/#L99' },
  ]);
  expect(first?.[0]).toMatchObject({ year: 2025, publisher: '示例市第一中学', project: '操场翻新' });
  expect(rows).toHaveLength(3 + school.notices.length);
  expect(new Set(table.columns.map(({ description }) => description))).toEqual(new Set(['']));
  expect(schemaOf(table)).toEqual([
    ['year', 'year'],
    ...['publisher', 'project', 'message', 'severity', 'path'].map((name) => [name, 'string']),
    ['line', 'integer'],
    ['rule', 'string'],
  ]);
});

test('the explanations begin with what the workbook is, which leads to its page; then each table and its columns', () => {
  const column = (title: string, description: string) =>
    ({
      ...{ name: title, title, description, english: { title: 'Name', description: 'As published.' } },
      ...({ type: 'string', width: 9, value: () => null } as const),
    }) as const;
  const english = { title: 'Projects', description: 'One a row.' };
  const { table, rows } = explanationSheet('示例市', 'https://example.gov.cn/', [
    {
      title: '项目',
      description: '每行一个',
      english,
      columns: [column('名称', '原文'), column('年度', '年份')],
    },
    { title: '指标', description: '每行一项', english, columns: [] },
  ]);
  expect([table.title, schemaOf(table)]).toEqual([
    '说明',
    ['sheet', 'column', 'text', 'english'].map((name) => [name, 'string']),
  ]);
  expect(table.columns.map(({ description }) => description)).toEqual(['', '', '', '']);
  const shown = rows.map((row) => Object.values(cellsOf(table, row)));
  expect(shown.toSpliced(1, 1)).toEqual([
    ['', '', '示例市', ''],
    ['项目', '', '每行一个', 'Projects. One a row.'],
    ['项目', '名称', '原文', 'Name. As published.'],
    ['项目', '年度', '年份', 'Name. As published.'],
    ['指标', '', '每行一项', 'Projects. One a row.'],
  ]);
  expect(shown[1]?.slice(0, 2)).toEqual(['', '']);
  expect(shown[1]?.[3]).toMatch(/^Texts are as published/);
  const home = { text: 'https://example.gov.cn/' };
  const nowhere = { text: '' };
  expect(rows.map((row) => linksOf(table, row))).toEqual([home, home, nowhere, nowhere, nowhere, nowhere]);
});

test.each([
  [
    'the notices',
    noticeColumns(toAddress),
    ['Budget year', 'Publisher', 'Project name', 'Notice', 'Severity', 'Source file', 'Line', 'Rule'],
  ],
  ['the explanations', explanationColumns(''), ['Sheet', 'Column', 'Explanation', 'English']],
])('the columns of %s have English titles, and a sentence each', (_, columns, titles) => {
  const english = columns.map((column) => column.english);
  expect(english.map(({ title }) => title)).toEqual(titles);
  for (const { description } of english) expect(description).toMatch(/^[A-Z].*\.$/);
});
