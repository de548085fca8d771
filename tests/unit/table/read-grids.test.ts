import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { Notice } from '../../../src/record/disclosure-schema.ts';
import { Notices } from '../../../src/record/notices.ts';
import remarkTabTable from '../../../src/tab-table/remark-tab-table.ts';
import { fillDown } from '../../../src/table/fill-down.ts';
import { filledCells } from '../../../src/table/grid.ts';
import { readGrids } from '../../../src/table/read-grids.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTabTable).freeze();

function read(source: string) {
  const notices = new Notices('a.md');
  const grids = readGrids(parser.parse(source), source, notices.report);
  return { grids, findings: notices.all };
}

test('a tab table and a pipe table give the same grid', () => {
  const [tab] = read('a\t b \n\t*c*\n').grids;
  const [pipe] = read('| a | b |\n| --- | --- |\n| | *c* |\n').grids;
  const texts = (grid: typeof tab) => grid?.rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(texts(tab)).toEqual([
    ['a', 'b'],
    ['', '*c*'],
  ]);
  expect(texts(pipe)).toEqual(texts(tab));
});

test.each([
  ['a tab table', '一\t 二 \n', [1, 1], [1, 4]],
  ['a pipe table', '|  一 | 二 |\n| --- | --- |\n', [1, 4], [1, 8]],
  ['a pipe table without outer pipes', '一 | 二\n--- | ---\n', [1, 1], [1, 5]],
  ['a quoted cell', '"一"\t" 二"\n', [1, 1], [1, 6]],
])('a cell of %s stands where its text begins', (_, source, first, second) => {
  const cells = read(source).grids[0]?.rows[0]?.cells ?? [];
  expect(cells.map(({ text }) => text)).toEqual(['一', '二']);
  expect(cells.map(({ line, column }) => [line, column])).toEqual([first, second]);
});

test('a pipe cell is cut from the source: no Markdown, entity or address in it is lost', () => {
  const cell = '`a` **b** &lt;95% [c](d) <e@f.g> \\* https://h.i \\| j';
  const [grid] = read(`| ${cell} | k |\n| - | - |\n`).grids;
  expect(grid?.rows[0]?.cells[0]?.text).toBe(cell.replace('\\|', '|'));
});

test.each([
  ['a space behind the closing pipe', '| a | b | \n| - | - |\n| c | d |\t \n', ['a', 'b', 'c', 'd']],
  ['no closing pipe', '| a | b\n| - | -\n| c | d\n', ['a', 'b', 'c', 'd']],
  ['an escaped pipe at the end', '| a | b |\n| - | - |\n| c | d\\|\n', ['a', 'b', 'c', 'd|']],
  ['an escaped backslash at the end', '| a | b |\n| - | - |\n| c | d\\\\|\n', ['a', 'b', 'c', 'd\\\\']],
  ['an empty last cell', '| a | b |\n| - | - |\n| c ||\n', ['a', 'b', 'c', '']],
])('the last cell of a pipe row is right with %s', (_, source, texts) => {
  const [grid] = read(source).grids;
  expect(grid?.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toEqual(texts);
});

test.each(['一<br>二', '一<br/>二', '一 <br /> 二', '一 <BR> 二', '一<br >二'])(
  'the line break in %s is one in a pipe cell',
  (cell) => {
    const [grid] = read(`| ${cell} | k |\n| - | - |\n`).grids;
    expect(grid?.rows[0]?.cells[0]?.text).toBe('一\n二');
  },
);

test('a pipe cell that begins with a line break keeps its column', () => {
  const [grid] = read('| <br>一 | k |\n| - | - |\n').grids;
  expect(grid?.rows[0]?.cells[0]).toEqual({ text: '一', line: 1, column: 2 });
});

test('rows are padded to one width', () => {
  const [grid] = read('a\tb\tc\nd\te\n').grids;
  expect(grid?.rows.map(({ cells }) => cells.length)).toEqual([3, 3]);
});

test('a table is named by the heading or the title line above it', () => {
  const { grids, findings } = read('## 一张表\n\na\tb\n\n项目支出绩效目标申报表\n\nc\td\n');
  expect(grids.map(({ title, startLine, endLine }) => [title?.text, startLine, endLine])).toEqual([
    ['一张表', 1, 3],
    ['项目支出绩效目标申报表', 5, 7],
  ]);
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([['heading/missing-marker', 5]]);
});

test('text outside tables is told; comments and rules are not', () => {
  const { findings } = read('说明\n\n---\n\n<!-- 备注 -->\n\n- 甲\n');
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
    ['text/outside-table', 1],
    ['text/outside-table', 7],
  ]);
});

test('a table in a list or a quote is an error at its place', () => {
  const { findings } = read('> 引文\n>\n> a\tb\n');
  expect(findings).toMatchObject([{ rule: 'table/nested', severity: 'error', line: 3, column: 3 }]);
});

test('merged cells are filled down until a column to their left changes', () => {
  const [grid] = read('甲\t子\t1\n\t\t2\n\t丑\t3\n乙\t\t4\n').grids;
  expect(fillDown(grid?.rows ?? [], [0, 1]).map((cells) => cells.map((cell) => cell?.text))).toEqual([
    ['甲', '子'],
    ['甲', '子'],
    ['甲', '丑'],
    ['乙', undefined],
  ]);
});

test('a list in a quote is looked into, and one without a table is text', () => {
  const { findings } = read('> - 甲\n>   - | a |\n>     | - |\n\n- 乙\n  - 丙\n\n> 丁\n');
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
    ['table/nested', 2],
    ['text/outside-table', 5],
    ['text/outside-table', 8],
  ]);
});

test.each([
  ['##\n', '', 3],
  ['# 一 *二* `三`\n', '一 *二* `三`', 3],
  ['##  一 #二# ##\n', '一 #二#', 5],
  ['一 #\n===\n', '一 #', 1],
  ['一\n---\n', '一', 1],
  ['一\n  ===  \n', '一', 1],
  ['一\n二\n---\n', '一\n二', 1],
  ['## 一--\n', '一--', 4],
  ['## 一#\n', '一#', 4],
  ['## https://a.cn\n', 'https://a.cn', 4],
])('the heading %j names the table below it', (heading, text, column) => {
  const { grids } = read(`${heading}\na\tb\n`);
  expect(grids.map(({ title }) => title)).toEqual([{ text, line: 1, column }]);
});

test.each([
  ['# 主管部门：水务局\n## 绩效目标表\n', [1]],
  ['主管部门：水务局\n- \n## 绩效目标表\n', [1]],
  ['# 单位：万元\n# 附件1\n# 2026年\n## 绩效目标表\n', []],
])('fields in a heading above another, %j, are text outside of the table', (headings, lines) => {
  const { findings } = read(`${headings}a\tb\n\n填报单位：水务局\n单位：万元\n---\n`);
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual(
    [...lines, headings.split('\n').length + 2].map((line) => ['text/outside-table', line]),
  );
});

test('a paragraph with an address above a table is text outside of it', () => {
  const { findings } = read('见 https://a.cn\n\na\tb\n');
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([['text/outside-table', 1]]);
});

test('a cell that begins with a line break stands where it is quoted', () => {
  const [grid] = read('a\t"\n b"\n').grids;
  expect(grid?.rows[0]?.cells[1]).toEqual({ text: 'b', line: 1, column: 3 });
});

test.each([
  ['a text', '说明'],
  ['a rule', '---'],
])('a title under which %s stands names no table', (_name, between) => {
  const { grids, findings } = read(`项目绩效目标表\n\n${between}\n\na\tb\n`);
  expect(grids.map(({ title }) => title)).toEqual([null]);
  expect(findings[0]).toMatchObject({ rule: 'text/outside-table', line: 1, column: 1 });
});

test('a caption under the title belongs to the table', () => {
  const { grids, findings } = read('项目绩效目标表\n\n  单位：万元\n（2026年度）\n\na\tb\n');
  expect(grids.map(({ above }) => above)).toEqual([
    [
      { text: '单位：万元', line: 3, column: 3 },
      { text: '（2026年度）', line: 4, column: 1 },
    ],
  ]);
  expect(findings.map(({ rule }) => rule)).toEqual(['heading/missing-marker']);
});

test('a text that is left outside is told without the spaces around it', () => {
  const { findings } = read('   说  明\n以下   \n');
  expect(findings.map(({ message }) => message)).toEqual([
    '这段文字不在表格里，项目页的表中没有它：“说 明 以下”',
  ]);
});

test('a long text outside tables is told by how it begins', () => {
  const { findings } = read(`${'长'.repeat(40)}\n`);
  expect(findings[0]?.message).toContain(`“${'长'.repeat(30)}…”`);
});

test('a title at the end of a file names no table, and is told', () => {
  const { grids, findings } = read('a\tb\n\n项目绩效目标表');
  expect(grids).toHaveLength(1);
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([['text/outside-table', 3]]);
});

test('a title with a list between it and the table names nothing, and is told', () => {
  const { grids, findings } = read('项目绩效目标表\n\n- 说明\n\na\tb');
  expect(grids[0]?.title).toBeNull();
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
    ['text/outside-table', 1],
    ['text/outside-table', 3],
  ]);
});

test.each<[string, string, Partial<Notice>[]]>([
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
  [
    'a table in a tag',
    '<div>\n  a\tb\n</div>\n',
    [
      {
        rule: 'table/nested',
        line: 2,
        column: 3,
        message: '表格在HTML 标签或没有结束的注释（“<!--”）里面，读不出；请在表格前空一行，并去掉标签',
      },
    ],
  ],
  [
    'a comment that nobody closed',
    '甲\n\n<!-- 乙\n\n丙\n',
    [{ line: 1 }, { rule: 'table/nested', line: 3, column: 1 }],
  ],
  [
    'a table in a comment that nobody closed',
    '<!-- 乙\n\na\tb\n',
    [{ rule: 'table/nested', line: 3, column: 1 }],
  ],
  [
    'a comment of lines and a text behind it',
    '<!-- 乙\n丙 --> 丁\n',
    [{ rule: 'text/outside-table', line: 1 }],
  ],
  ['a tag around text', '<div>\n甲\n</div>\n', [{ rule: 'text/outside-table', line: 1 }]],
  [
    'a fence in a list that nobody closed',
    '- 甲\n- ```\n  乙\n',
    [{ rule: 'table/nested', line: 2, column: 3 }],
  ],
  ['a fence in a list', '- ```\n  乙\n  ```\n', [{ rule: 'text/outside-table', line: 1 }]],
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

test.each([
  ['## 单位：万元\n', null, ['单位：万元']],
  ['甲\n单位：万元\n乙\n---\n', '甲\n乙', ['单位：万元']],
])('a caption in the heading %j is no title', (heading, title, above) => {
  const [grid] = read(`${heading}\na\tb\n`).grids;
  expect([grid?.title?.text ?? null, grid?.above.map(({ text }) => text)]).toEqual([title, above]);
});

test('a table begins with the caption where that is above its title', () => {
  expect(read('单位：万元\n绩效目标表\n\na\tb\n').grids[0]?.startLine).toBe(1);
});

test('a quoted cell directly under a list is an error; under a blank line it is read', () => {
  expect(read('- 说明\na\t"b\nc"\n').findings).toMatchObject([
    { line: 1 },
    { rule: 'table/nested', line: 2, column: 3 },
    { line: 3 },
  ]);
  expect(read('- 说明\n\na\t"b\nc"\n').findings).toMatchObject([{ rule: 'text/outside-table' }]);
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
