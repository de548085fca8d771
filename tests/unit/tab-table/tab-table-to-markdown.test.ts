import fc from 'fast-check';
import type { Root, RootContent, Table } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import remarkTabTable from '../../../src/tab-table/remark-tab-table.ts';
import { tabTableToMarkdown } from '../../../src/tab-table/tab-table-to-markdown.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { tableCellPadding: false })
  .use(remarkTabTable)
  .use(remarkStringify)
  .freeze();

describe('a table is written', () => {
  it.each([
    ['as its cells with tabs between them', [['项目', '金额']], '项目\t金额\n'],
    ['with an empty second cell where a row has one', [['项目'], []], '项目\t\n""\t\n'],
    ['with quotes around line endings', [['a', 'b\nc']], 'a\t"b\nc"\n'],
    ['with quotes around tabs', [['a', 'b\tc']], 'a\t"b\tc"\n'],
    ['with quotes around a quote that begins a cell', [['a', '"b"c"']], 'a\t"""b""c"""\n'],
    ['without quotes around a quote elsewhere', [['a', 'b"']], 'a\tb"\n'],
    ['with quotes around what begins a list', [['- a', '- b']], '"- a"\t- b\n'],
    ['with quotes around what begins a numbered list', [['1. a', 'b']], '"1. a"\tb\n'],
    ['with quotes behind empty cells, too', [['', '> a', '> b']], '\t"> a"\t> b\n'],
    ['without quotes around a number', [['2026', 'b']], '2026\tb\n'],
    [
      'without quotes around what begins a later row',
      [
        ['a', 'b'],
        ['- c', 'd'],
      ],
      'a\tb\n- c\td\n',
    ],
    [
      'with a quoted cell in an empty row',
      [
        ['a', 'b'],
        ['', ''],
        [' ', ''],
      ],
      'a\tb\n""\t\n" "\t\n',
    ],
  ])('%s', (_, rows, source) => {
    expect(processor.stringify(root(tableOf(rows)))).toBe(source);
  });

  it('with the text alone of what else a cell holds', () => {
    const table = tableOf([['a', 'b']]);
    table.children[0]?.children[1]?.children.push({
      type: 'emphasis',
      children: [{ type: 'text', value: 'c' }],
    });
    expect(processor.stringify(root(table))).toBe('a\tbc\n');
  });

  it('on lines of one cell each in a block quote, where none can have several', () => {
    const quote: RootContent = { type: 'blockquote', children: [tableOf([['a', 'b\r\nc\nd\re']])] };
    expect(processor.stringify(root(quote))).toBe('> a\tb c d e\n');
  });

  it('apart from its neighbours in a tight list', () => {
    const text = { type: 'paragraph', children: [{ type: 'text', value: 'x' }] } as const;
    const item = {
      type: 'listItem',
      spread: false,
      children: [text, tableOf([['a', 'b']]), tableOf([['c', 'd']]), text],
    } as const;
    const list = { type: 'list', spread: false, ordered: false, children: [item] } as unknown as RootContent;
    expect(processor.stringify(root(list))).toBe('* x\n\n  a\tb\n\n  c\td\n\n  x\n');
  });

  it('by its own handler, and a table of pipes by the one before', () => {
    const source = '|a|\n|-|\n|b|\n\nd\te\n';
    expect(processor.stringify(processor.parse(source))).toBe(source);
  });

  it('by the last handler before, wherever it is', () => {
    const extensions = [
      { extensions: [{ handlers: { table: () => 'first' } }] },
      { extensions: [{ extensions: [{ handlers: { table: () => 'last' } }] }, {}] },
    ];
    const plugin = unified().use(function () {
      (this.data().toMarkdownExtensions ??= []).push(...extensions);
    });
    const tree = root({ ...tableOf([['a', 'b']]), data: {} });
    expect(plugin.use(remarkTabTable).use(remarkStringify).stringify(tree)).toBe('last\n');
  });
});

it('refuses a table of pipes where no extension before knows it', () => {
  const tree = root({ ...tableOf([['a']]), data: {} });
  for (const extension of [tabTableToMarkdown(), tabTableToMarkdown({})])
    expect(() => toMarkdown(tree, { extensions: [extension] })).toThrow(
      'Cannot handle a table without tabs: expected remark-gfm',
    );
});

test('a tab in a paragraph stays no table', () => {
  const source = 'a&#x9;b\n\nc\n';
  expect(processor.stringify(processor.parse(source))).toBe(source);
});

const NASTY = [
  ...('\t\t"""\n\r\0\uFFFD\u2028\uFEFF\f    ab项->#|*_`~<!1.)[]^:\\&=@$+'.match(/[^]/g) ?? []),
  ...['\r\n', '- ', '1. ', '```', '<div>', '[^1]: ', '||', '---', 'https://a.cn'],
];
const cell = fc.array(fc.constantFrom(...NASTY), { maxLength: 5 }).map((parts) => parts.join(''));
const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test('a table is parsed to the same cells, whatever they hold', () => {
  fc.assert(
    fc.property(grid, (rows) => {
      const source = processor.stringify(root(tableOf(rows), tableOf([['x', 'y']])));
      expect(processor.parse(source).children.map(rowsOf)).toEqual([rows, [['x', 'y']]]);
    }),
    { numRuns: 1000 },
  );
});

test('a table in a list or block quote is, too, but for its line endings', () => {
  fc.assert(
    fc.property(grid, fc.constantFrom('blockquote', 'listItem'), (rows, type) => {
      const inner = { type, children: [tableOf(rows)] } as RootContent;
      const outer = type === 'listItem' ? ({ type: 'list', children: [inner] } as RootContent) : inner;
      const [found] = processor.parse(processor.stringify(root(outer))).children;
      const block = found?.type === 'list' ? found.children[0] : found;
      const joined = rows.map((row) => row.map((text) => text.replaceAll(/\r\n|\r|\n/g, ' ')));
      const children = block && 'children' in block ? (block.children as RootContent[]) : [];
      expect(children.map(rowsOf)).toEqual([joined]);
    }),
    { numRuns: 1000 },
  );
});

function root(...children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    data: { tabTable: true },
    children: rows.map((texts) => ({
      type: 'tableRow',
      children: texts.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
    })),
  };
}

function rowsOf(node: RootContent): string[][] | string {
  if (node.type !== 'table' || !node.data?.tabTable) return node.type;
  return node.children.map((row) =>
    row.children.map(({ children: [text] }) => (text?.type === 'text' ? text.value : '')),
  );
}
