import { expect, test } from 'vitest';
import { must } from '../../../src/record/must.ts';
import { compareOriginal } from '../../../src/verify/compare-original.ts';
import { readElements } from '../../../src/verify/read-elements.ts';
import { readOrigins } from '../../../src/verify/read-origins.ts';
import type { Comparison } from '../../../src/verify/record.ts';

const lines = [
  '---',
  'originals: [{ name: 甲.pdf }]',
  'tables: [{ file: a.original.pdf, rows: [{ part: 第 3 页, from: 2, to: 2 }, { part: 第 4 页第 2 张表, from: 1, to: 2 }] }]',
  '---',
  '',
  '## 项目绩效目标表',
  '',
  '| 项目名称 | 河道清淤 |  |',
  '| --- | --- | --- |',
  '| 指标 | 清淤长度 | 3公里 |',
  '|  | 完成率 | 100% |',
];
const page = [
  '<table><caption><span id="L6">项目绩效目标表</span></caption><tbody>',
  '<tr id="L8"><td>项目名称</td><td colspan="2">河道清淤</td></tr>',
  '<tr id="L10"><td rowspan="2">指标</td><td>清淤长度</td><td>3公里</td></tr>',
  '<tr id="L11"><td>完成率</td><td>100%</td></tr>',
  '</tbody></table>',
].join('');

function lossesOf(html: string | string[], [startLine, endLine]: [number, number] = [6, 11]): string[] {
  const pages = [html].flat();
  const comparison: Comparison = { cells: 0, losses: [] };
  const sections = pages.map((html) => must(readElements(html)));
  const source = { path: 'a.md', sha256: '', startLine, endLine };
  compareOriginal(sections, { source }, lines, comparison);
  return comparison.losses;
}

test('a table that shows each cell in its row and column has no losses', () => {
  expect(lossesOf(page)).toEqual([]);
});

test.each([
  ['a text that is altered', '3公里', '3 里', '10 行 第 3 格“3公里”，页面上的原件是“3 里”'],
  ['a cell that is gone', '<td>完成率</td>', '', '11 行 第 2 格“完成率”，页面上的原件是“100%”'],
  ['a cell that is merged otherwise', ' rowspan="2"', '', '11 行 第 1 格“”，页面上的原件是“完成率”'],
  [
    'a row that is gone',
    '<tr id="L11"><td>完成率</td><td>100%</td></tr>',
    '',
    '11 行 页面上没有原件的这一行',
  ],
  ['a title that is gone', /<caption>.*<\/caption>/, '', '6 行 页面上没有原件的这一行'],
  ['a row of no table', 'id="L11"', 'id="L9"', '9 行 页面上的这一行原件不是表里的一行'],
])('%s is a loss', (_, text, other, loss) => {
  expect(lossesOf(page.replace(text, other))).toContain(loss);
});

test('a cell whose text is above must say that text', () => {
  const row = (text: string) =>
    `<table><tbody><tr id="L11"><td data-from-above>${text}</td><td>完成率</td><td>100%</td></tr></tbody></table>`;
  expect(lossesOf(row('指标'), [11, 11])).toEqual([]);
  expect(lossesOf(row('目标'), [11, 11])).toEqual(['11 行 第 1 格“”，页面上的原件是“目标”']);
});

test('a table may go on at another page', () => {
  const [first = '', second = ''] = page.replace(' rowspan="2"', '').split(/(?=<tr id="L11">)/);
  const pages = [
    `${first}</tbody></table>`,
    `<table><tbody>${second.replace('<td>', '<td data-from-above>指标</td><td>')}`,
  ];
  expect(lossesOf(pages)).toEqual([]);
  expect(lossesOf(pages.slice(0, 1))).toEqual(['11 行 页面上没有原件的这一行']);
});

test('lines are called by their pages', () => {
  const origins = readOrigins(lines);
  expect([6, 8, 10, 11].map((line) => origins?.(line))).toEqual([
    '原件第 3 页',
    '原件第 3 页',
    '原件第 4 页',
    '原件第 4 页',
  ]);
  expect(readOrigins(lines.slice(4))).toBeNull();
});

test('lines of one of several originals are called by its name too', () => {
  const originals =
    'originals: [{ name: 乙.xlsx, file: b.original.xlsx }, { name: 甲.pdf, file: a.original.pdf }]';
  const origins = readOrigins(lines.with(1, originals));
  expect([6, 10].map((line) => origins?.(line))).toEqual(['原件“甲.pdf”第 3 页', '原件“甲.pdf”第 4 页']);
});
