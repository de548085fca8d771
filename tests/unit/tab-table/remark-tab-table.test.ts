import { readFileSync, readdirSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it, test } from 'vitest';
import remarkTabTable from '../../../src/tab-table/remark-tab-table.ts';
import { expectTruePlaces } from './expect-true-places.ts';
import { formatTree } from './format-tree.ts';
import { parseWithTabs, readTables } from './parse-with-tabs.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const published = new URL(
  '../../../content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md',
  import.meta.url,
);

test.each(readdirSync(fixtures))('parses %s', (name) => {
  const source = readFileSync(new URL(`${name}/source.md`, fixtures), 'utf8');
  const tree = parseWithTabs(source);
  expect(formatTree(tree)).toBe(readFileSync(new URL(`${name}/tree.txt`, fixtures), 'utf8'));
  expectTruePlaces(tree, source);
});

test('the published file is seven tables, and no cell of it is lost', () => {
  const source = readFileSync(published, 'utf8');
  const rows = source.split('\n').filter((line) => line.includes('\t'));
  const tables = readTables(source);
  expect(tables.map((table) => table.length)).toEqual([18, 18, 18, 18, 19, 20, 18]);
  expect(tables.flat()).toEqual(rows.map((row) => row.split('\t')));
  expectTruePlaces(parseWithTabs(source), source);
});

describe('cells', () => {
  it.each([
    ['one tab makes two cells', 'a\tb', [['a', 'b']]],
    ['a leading tab is an empty first cell', '\ta', [['', 'a']]],
    ['two leading tabs are two', '\t\ta', [['', '', 'a']]],
    ['a trailing tab is an empty last cell', 'a\tb\t\t', [['a', 'b', '', '']]],
    ['spaces stay', '  a \t b  ', [['  a ', ' b  ']]],
    ['a cell of spaces is not empty', 'a\t  \t', [['a', '  ', '']]],
    ['NUL stays, and so does U+FFFD', 'a\t\0\uFFFD\0', [['a', '\0\uFFFD\0']]],
    [
      'a quoted last cell ends before LF, CRLF and CR',
      'a\t"b"\nc\t"d"\r\ne\t"f"\rg\t"h"',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['half a surrogate pair stays', 'a\t\uD83D\t\uDE00x', [['a', '\uD83D', '\uDE00x']]],
    ['form feed and U+2028 end no line', 'a\t\f\u2028\u0085\vb', [['a', '\f\u2028\u0085\vb']]],
    ['no-break and ideographic spaces stay', '\u00A0\t\u3000', [['\u00A0', '\u3000']]],
    ['a U+FEFF that is not the first character stays', 'a\t\uFEFF', [['a', '\uFEFF']]],
    [
      'rows may differ in width',
      'a\tb\nc\td\te',
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'LF, CRLF and CR end rows',
      'a\tb\r\nc\td\re\tf\ng\t\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', ''],
      ],
    ],
  ])('%s', (_, source, table) => {
    expect(readTables(source)).toEqual([table]);
    expectTruePlaces(parseWithTabs(source), source);
  });

  it.each([
    '- b',
    '1. b',
    '# b',
    '> b',
    '    b',
    '+',
    '***',
    '```',
    '<div>',
    '|b|',
    '[b]: c',
    '---',
    '===',
    '[^1]: b',
  ])('a second row that begins %j stays a row', (cell) => {
    expect(readTables(`a\tx\n${cell}\ty`)).toEqual([
      [
        ['a', 'x'],
        [cell, 'y'],
      ],
    ]);
    expect(readTables(`a\tx\n\t${cell}\ty`)).toEqual([
      [
        ['a', 'x'],
        ['', cell, 'y'],
      ],
    ]);
  });
});

describe('quoted cells', () => {
  it.each([
    ['quotes go', 'a\t"b"', [['a', 'b']]],
    ['two quotes are one', '"a""b"\t""""', [['a"b', '"']]],
    ['an empty quoted cell is empty', 'a\t""\tb', [['a', '', 'b']]],
    ['a tab in quotes is text', 'a\t"b\tc"\td', [['a', 'b\tc', 'd']]],
    [
      'a line ending in quotes is text',
      'a\t"b\nc"\nd\te',
      [
        ['a', 'b\nc'],
        ['d', 'e'],
      ],
    ],
    ['CRLF and CR in quotes are kept', 'a\t"b\r\nc\rd"\te', [['a', 'b\r\nc\rd', 'e']]],
    ['a blank line in quotes is text', 'a\t"b\n\n \nc"', [['a', 'b\n\n \nc']]],
    [
      'Markdown in quotes is text',
      'a\t"b\n- c\n> d\n# e\n```\n<!--\n"\nf\tg',
      [
        ['a', 'b\n- c\n> d\n# e\n```\n<!--\n'],
        ['f', 'g'],
      ],
    ],
    ['NUL in quotes is kept', 'a\t"\0\n\uFFFD"', [['a', '\0\n\uFFFD']]],
    ['the first cell of a table may be quoted', '"a\n- b"\tc', [['a\n- b', 'c']]],
    ['text after the closing quote makes all of it literal', '"十四五"规划\tb', [['"十四五"规划', 'b']]],
    ['a space after the closing quote does too', 'a\t"b" \tc', [['a', '"b" ', 'c']]],
    ['a space before the opening quote does too', 'a\t "b"\tc', [['a', ' "b"', 'c']]],
    ['a quote within a cell is literal', 'a\tb"c"\t5"', [['a', 'b"c"', '5"']]],
    [
      'an unclosed quote is literal',
      'a\t"b\nc\td',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    ['an unclosed quote at the very end is literal', 'a\t"', [['a', '"']]],
    ['three quotes never close', 'a\t"""\tb', [['a', '"""', 'b']]],
    ['a quoted cell alone is no row, so its tab divides', '"a\tb"', [['"a', 'b"']]],
  ])('%s', (_, source, table) => {
    expect(readTables(source)).toEqual([table]);
    expectTruePlaces(parseWithTabs(source), source);
  });

  it('leave lists and quotes below an unclosed one as they are', () => {
    expect(outline('a\t"b\n\n- c\n\n> d')).toEqual(['table', 'list', 'blockquote']);
  });

  it.each(['"a\n- b', '"a\n- b"', '"a"\n> b', '"a\n\n```\n- b\n```\n\nc"'])(
    'leave prose %j as it is',
    (source) => {
      expect(parseWithTabs(source)).toEqual(withoutTabs.parse(source));
    },
  );

  it.each([
    ['> a\t"b\n> c"\td', 'tableCell 1:5-1:7 "\\"b"'],
    ['> a\n"b\n> c"\td', 'tableCell 3:3-3:5 "c\\""'],
  ])('end with their line where a list or block quote is open: %j', (source, cell) => {
    expect(formatTree(parseWithTabs(source))).toContain(cell);
    expectTruePlaces(parseWithTabs(source), source);
  });

  it.each(['- x\n\na\t"b\nc"', '> x\n \n\na\t"b\n\n- c"', '- x\r\n  - y\r\n\r\na\t"b\r\nc"\td'])(
    'may have several lines behind a blank line that ends a list or block quote: %j',
    (source) => {
      const tree = parseWithTabs(source);
      expect(formatTree(tree)).toMatch(/text [^\n]*"b(?:\\r)?\\n/);
      expectTruePlaces(tree, source);
    },
  );
});

describe('where a table begins and ends', () => {
  it.each([
    ['a paragraph is interrupted', '标题\na\tb', ['paragraph', 'table']],
    ['a paragraph is interrupted by an empty first cell', '标题\n\ta', ['paragraph', 'table']],
    ['a paragraph is interrupted by an indented row', '标题\n  a\tb', ['paragraph', 'table']],
    ['a paragraph is interrupted by a quoted cell', '标题\n"a\n- b"\tc', ['paragraph', 'table']],
    ['prose with a tab is a table', '本表由财务科填报\t特此说明。', ['table']],
    ['a blank line ends a table', 'a\tb\n\nc\td', ['table', 'table']],
    ['a line of spaces ends a table', 'a\tb\n  \nc\td', ['table', 'table']],
    ['a line without a tab ends a table', 'a\tb\nc', ['table', 'paragraph']],
    ['a heading ends a table', 'a\tb\n## c', ['table', 'heading']],
    ['a fence ends a table', 'a\tb\n```\nc\td\n```', ['table', 'code']],
    ['a thematic break ends a table', 'a\tb\n---', ['table', 'thematicBreak']],
    ['a list glued to a table is prose', 'a\tb\n- c', ['table', 'paragraph']],
    ['a block quote glued to a table is prose', 'a\tb\n> c', ['table', 'paragraph']],
    ['a list below a blank line is a list', 'a\tb\n\n- c', ['table', 'list']],
    ['a first row that is a heading stays one', '# z\tq', ['heading']],
    ['a first row that is a fence stays one', '```js\tq\na\tb\n```', ['code']],
    ['a first row that is a thematic break stays one', '*\t*\t*', ['thematicBreak']],
    ['a first row that is HTML stays HTML', '<div>\ta\n</div>', ['html']],
    ['a first row that begins with a pipe is no tab table', '|a|\tb', ['paragraph']],
    ['a list wins over a first row', '- 1\tx', ['list']],
    ['a list wins over a first row behind an empty cell', '\t- 1\tx', ['list']],
    ['a block quote wins over a first row', '> w\tv', ['blockquote']],
    ['a row below a block quote is a table of its own', '> a\tb\nc\td', ['blockquote', 'table']],
    ['a row below a quoted paragraph is too', '> a\nc\td\n"e\nf"\tg', ['blockquote', 'table']],
    ['a tab row cuts a pipe table', '|a|\n|-|\nb\tc', ['table', 'table']],
    ['text after four spaces is prose', '    a', ['paragraph']],
    ['empty rows alone are blank', '\t\t\n\t', []],
    ['empty rows before a table are blank', '\t\t\na\tb', ['table']],
    ['empty rows after a table are blank', 'a\tb\n\t\t\n\t\n\n# c', ['table', 'heading']],
  ])('%s', (_, source, types) => {
    expect(outline(source)).toEqual(types);
    expectTruePlaces(parseWithTabs(source), source);
  });
});

describe('the plugin', () => {
  it('gives as many alignments as the widest row has cells', () => {
    expect(parseWithTabs('a\tb\nc\td\te').children[0]).toMatchObject({
      type: 'table',
      align: [null, null, null],
    });
  });

  it('marks its tables', () => {
    const [pipes, tabs] = parseWithTabs('|a|\n|-|\n\nb\tc').children;
    expect(pipes).not.toHaveProperty('data');
    expect(tabs).toHaveProperty('data', { tabTable: true });
  });

  it('takes bytes with a byte order mark, and places count from behind it', () => {
    const text = '项目\t金额\r\n"甲\r\n乙"\t1';
    const tree = parseWithTabs(new VFile(new TextEncoder().encode(`\uFEFF${text}`)));
    expect(tree).toEqual(parseWithTabs(text));
    expectTruePlaces(tree, text);
  });

  it('keeps addresses in cells as text where it comes after remark-gfm, and not where it comes before', () => {
    const source = 'a\thttps://example.cn';
    const wrong = unified().use(remarkParse).use(remarkTabTable).use(remarkGfm);
    expect(JSON.stringify(parseWithTabs(source))).not.toContain('"link"');
    expect(JSON.stringify(wrong.parse(source))).toContain('"link"');
  });

  it('parses without remark-gfm', () => {
    const tree = unified().use(remarkParse).use(remarkTabTable).parse('a\tb');
    expect(tree).toEqual(parseWithTabs('a\tb'));
  });

  it('gives the same tree however often it parses', () => {
    const source = 'a\tb\n\n"c"\td';
    expect(parseWithTabs(source)).toEqual(parseWithTabs(source));
  });
});

const withoutTabs = unified().use(remarkParse).use(remarkGfm);

function outline(source: string): string[] {
  return parseWithTabs(source).children.map((node) => node.type);
}
