/** What is said of text outside tables, word by word, and what names a table. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { remarkTabTable } from '../../../src/tab-table/remark-tab-table.ts';
import { fillDown } from '../../../src/table/fill-down.ts';
import type { Finding } from '../../../src/table/finding.ts';
import { filledCells } from '../../../src/table/grid.ts';
import { readGrids } from '../../../src/table/read-grids.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTabTable).freeze();

function read(source: string) {
  const findings: Finding[] = [];
  const grids = readGrids(parser.parse(source), source, (finding) => findings.push(finding));
  return { grids, findings };
}

test.each<[string, string, Partial<Finding>[]]>([
  ['a rule, a comment and front matter are nothing', '---\na: 1\n---\n\n***\n\n<!-- 甲\n乙 -->\n', []],
  [
    'a comment in the middle of text is text',
    '甲 <!-- 乙 -->\n',
    [{ line: 1, column: 1, message: '这段文字不在表格里，项目页的表中没有它：“甲 <!-- 乙 -->”' }],
  ],
  [
    'text behind a comment is text',
    '<!-- 乙 --> 甲\n',
    [{ line: 1, column: 1, message: '这段文字不在表格里，项目页的表中没有它：“<!-- 乙 --> 甲”' }],
  ],
  [
    'white space and line breaks in it are one space',
    '甲  \n   乙\n',
    [
      {
        rule: 'text/outside-table',
        severity: 'warning',
        line: 1,
        column: 1,
        message: '这段文字不在表格里，项目页的表中没有它：“甲 乙”',
      },
    ],
  ],
  [
    '30 characters are shown whole',
    `${'长'.repeat(30)}\n`,
    [{ message: `这段文字不在表格里，项目页的表中没有它：“${'长'.repeat(30)}”` }],
  ],
  [
    '31 are not',
    `${'长'.repeat(31)}\n`,
    [{ message: `这段文字不在表格里，项目页的表中没有它：“${'长'.repeat(30)}…”` }],
  ],
  [
    'a table in a quote',
    '> a\tb\n',
    [
      {
        rule: 'table/nested',
        severity: 'error',
        line: 1,
        column: 3,
        message: '表格在引用（行首的“>”）里面，读不出；请在表格前空一行，并去掉行首的符号',
      },
    ],
  ],
  [
    'a table in a list',
    '- a\tb\n',
    [{ message: '表格在列表（行首的“-”或“1.”）里面，读不出；请在表格前空一行，并去掉行首的符号' }],
  ],
  [
    'a title without its marker',
    '2026年项目支出绩效目标申报表 \n\na\tb\n',
    [
      {
        rule: 'heading/missing-marker',
        severity: 'warning',
        line: 1,
        column: 1,
        message: '表名“2026年项目支出绩效目标申报表”前缺“## ”，已当作表名',
      },
    ],
  ],
  ['a title with more behind it is text', '绩效目标表说明\n\na\tb\n', [{ rule: 'text/outside-table' }]],
  ['a title of two lines is text', '甲\n绩效目标表\n\na\tb\n', [{ rule: 'text/outside-table' }]],
  ['a title that no table follows is text', '绩效目标表\n\n乙\n\na\tb\n', [{ line: 1 }, { line: 3 }]],
  ['a title below a table is text', 'a\tb\n\n绩效目标表\n', [{ rule: 'text/outside-table', line: 3 }]],
  ['a title in a fence is text', '```\n绩效目标表\n```\n\na\tb\n', [{ rule: 'text/outside-table', line: 1 }]],
])('%s', (_, source, expected) => {
  const { findings } = read(source);
  expect(findings).toMatchObject(expected);
  expect(findings).toHaveLength(expected.length);
});

test.each([
  ['## 甲##\n', '甲##'],
  ['## ##\n', ''],
  ['甲\n乙  \n ===  \n', '甲\n乙'],
  ['甲 =\n---\n', '甲 ='],
  ['## 甲 \n', '甲'],
])('the heading %j names its table', (heading, text) => {
  expect(read(`${heading}\na\tb\n`).grids[0]?.title?.text).toBe(text);
});

test('a title without its marker keeps all its signs', () => {
  expect(read('#绩效目标表\n\na\tb\n').grids[0]?.title).toEqual({ text: '#绩效目标表', line: 1, column: 1 });
});

test('cells that a row lacks are blank, at its end', () => {
  const [grid] = read('a\tb\tc\nd\te\n').grids;
  expect(grid?.rows[1]?.cells[2]).toEqual({ text: '', line: 2, column: 4 });
  expect(filledCells(grid?.rows[1] ?? { line: 0, cells: [] }).map(({ text }) => text)).toEqual(['d', 'e']);
});

test('a line break inside a cell moves no column', () => {
  const [grid] = read('a\t" b\nc"\n').grids;
  expect(grid?.rows[0]?.cells[1]).toEqual({ text: 'b\nc', line: 1, column: 4 });
});

test('a pipe inside a pipe cell stays, whatever stands behind it', () => {
  const [grid] = read('| a\\|  b | c |\n| - | - |\n').grids;
  expect(grid?.rows[0]?.cells.map(({ text }) => text)).toEqual(['a|  b', 'c']);
});

test('columns that a grid does not have are filled with nothing', () => {
  const [grid] = read('\ta\nb\tc\n').grids;
  expect(fillDown(grid?.rows ?? [], [0, 7])).toEqual([
    [undefined, undefined],
    [{ text: 'b', line: 2, column: 1 }, undefined],
  ]);
});
