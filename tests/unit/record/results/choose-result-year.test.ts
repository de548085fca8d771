import { expect, test } from 'vitest';
import { chooseResultYear } from '../../../../src/record/results/choose-result-year.ts';
import { readText, tableOf } from './read-table.ts';

function choose(caption: number | null, labels: number | null, others: number | null, file: number | null) {
  const said: string[] = [];
  const year = chooseResultYear(
    { caption, labels, others, file },
    { line: 1, column: 4 },
    (at, rule, message) =>
      said.push(`${at.line}:${at.column} ${rule} ${typeof message === 'string' ? message : message.message}`),
  );
  return [year, ...said];
}

test.each([
  [2021, 2022, 2023, 2021],
  [null, 2022, 2023, 2022],
  [null, null, 2023, 2023],
])(
  'the table’s year comes first, then its labels’, then that of other results: %s, %s, %s',
  (caption, labels, others, year) => {
    expect(choose(caption, labels, others, year)).toEqual([year]);
  },
);

test('the file’s year is the last', () => {
  expect(choose(null, null, null, 2024)).toEqual([2024]);
});

test('another year than the file’s is said', () => {
  expect(choose(2024, null, null, 2025)).toEqual([
    2024,
    '1:4 result/other-year 表上写 2024 年，文件在 2025 文件夹里；按 2024 年的自评结果公开',
  ]);
  expect(choose(null, null, 2024, 2025)).toEqual([
    2024,
    '1:4 result/other-year 文件里别的自评表写 2024 年，文件在 2025 文件夹里；按 2024 年的自评结果公开',
  ]);
  expect(choose(2024, null, null, null)).toEqual([2024]);
});

test('without any year it is an error', () => {
  expect(choose(null, null, null, null)).toEqual([
    null,
    '1:4 result/no-year 看不出是哪一年的自评结果：应在表名下写“（2025年度）”，或把文件放在以年份命名的文件夹里',
  ]);
  expect(readText(tableOf({ title: '项目支出绩效自评表' }), 'a.md')).toMatchObject({
    results: [],
    said: [expect.stringMatching(/^1:4 result\/no-year /)],
  });
});

test.each([
  ['one label', ['2024年初预算数'], 2024],
  ['two labels of one year', ['2024年初预算数', '2024年执行数'], 2024],
  ['labels of two years', ['2023年初预算数', '2024年执行数'], 2025],
])('%s', (_what, labels, year) => {
  const [first = '', second = '全年执行数'] = labels;
  const funds = [`项目资金（万元）||${first}|${second}`, '|年度资金总额|3.00|3.00'];
  expect(readText(tableOf({ title: '项目支出绩效自评表', funds })).results).toMatchObject([{ year }]);
});

test('a year in a target or a reason is not that of the table', () => {
  const rows = ['|产出指标|时效指标|完工|2031年6月底前|2031年5月|90|90|2031年雨季'];
  expect(readText(tableOf({ title: '项目支出绩效自评表', rows })).results).toMatchObject([{ year: 2025 }]);
});

test('a table without a year is of that of the other results of its file, if they name one', () => {
  const named = (year: number, name: string) =>
    tableOf({ title: `项目支出绩效自评表（${year}年度）`, head: [`项目名称||${name}`] });
  const bare = tableOf({ title: '项目支出绩效自评表' });
  const yearsOf = (...tables: string[]) => readText(tables.join('\n')).results.map(({ year }) => year);
  expect(yearsOf(named(2024, '甲'), bare)).toEqual([2024, 2024]);
  expect(yearsOf(named(2024, '甲'), named(2023, '乙'), bare)).toEqual([2024, 2023, 2025]);
});
