import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseBlocks } from '../../../src/content/parse-blocks.ts';
import remarkTabTable from '../../../src/tab-table/remark-tab-table.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTabTable).freeze();

/** What marks blocks and what marks words. */
const PIECES = [
  'a',
  '项目',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '    ',
  '- ',
  '> ',
  '1. ',
  '*',
  '_',
  '~~',
  '`',
  '\n```\n',
  '[',
  '](',
  ']',
  '[^a]: ',
  '[a]: /b',
  '!',
  '<b>',
  '<br>',
  '<!--',
  '-->',
  '<div>',
  '&amp;',
  '\\',
  '\\|',
  '"',
  '# ',
  '===\n',
  '---\n',
  '|',
  '|-|-|\n',
  'http://a.example',
  'a@b.example',
  '- [x] ',
];

describe('parseBlocks', () => {
  test('finds the blocks, rows and cells that remark finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(outline(read(text).tree)).toEqual(outline(remark.parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(['a *b* c', '# a `b`', '| *a* |\n| --- |', '[a](b) <b>c</b> &amp; www.example.com a@b.example'])(
    'looks for nothing within %j',
    (text) => {
      expect(leaves(read(text).tree)).toEqual([]);
    },
  );

  test('reads front matter as it is written', () => {
    expect(read('---\na: *b*\n\n---\n').tree.children).toMatchObject([{ type: 'yaml', value: 'a: *b*\n' }]);
  });

  test.each([
    ['quotes', '> ', 20, 43],
    ['lists', '- ', 20, 43],
    ['numbered lists', '1. ', 20, 64],
    ['quotes and lists', '> - ', 10, 43],
    ['footnotes', '[^a]:', 20, 106],
  ])('reads twenty %s in one another, and says where there are more', (_, marks, times, column) => {
    const twenty = marks.repeat(times);
    expect(read(`${twenty}x\n`).notices).toEqual([]);
    expect(read(`a\n\n${twenty}${marks}x\n`)).toEqual({
      tree: { type: 'root', children: [] },
      notices: [
        `3:${column} table/nested 这一行在 20 层以上的列表和引用里面，读不出；请去掉行首的“>”“-”“1.”等符号`,
      ],
    });
  });

  test('counts lists that go on by their indent, and footnotes', () => {
    const lists = Array.from({ length: 21 }, (_, depth) => `${'  '.repeat(depth)}- a\n`);
    expect(read(lists.slice(0, 20).join('')).notices).toEqual([]);
    expect(read(lists.join('')).notices).toEqual([expect.stringMatching(/^21:43 table\/nested /)]);
    const notes = Array.from({ length: 21 }, (_, depth) => `${'    '.repeat(depth)}[^a]: a\n\n`);
    expect(read(notes.slice(0, 20).join('')).notices).toEqual([]);
    expect(read(notes.join('')).notices).toEqual([expect.stringMatching(/^41:\d+ table\/nested /)]);
  });

  test('counts no marks in a row of a table or behind a fence', () => {
    const marks = '- '.repeat(50);
    expect(read(`a\tb\n${marks}\tc\n\n\`\`\`\n${marks}\n\`\`\`\n`).notices).toEqual([]);
  });

  test.each([
    ['items', '- a\n'],
    ['lists', '- a\n\nb\n'],
    ['quotes', '> a\n\nb\n'],
    ['lines that go on with a quote', '> a\nb\n'],
  ])('reads some hundred %s, and stops where there are very many', (_, text) => {
    expect(read(text.repeat(400)).notices).toEqual([]);
    const { tree, notices } = read(text.repeat(20_000));
    expect(tree.children).toEqual([]);
    expect(notices).toEqual([
      expect.stringMatching(/^\d+:\d table\/nested 到这一行，列表和引用已有 \d+ 行，这样长的文件读不出；/),
    ]);
  });

  test('passes on what is no fault of the text', () => {
    const file = Object.assign(new VFile(), {
      toString() {
        throw new Error('no memory');
      },
    });
    expect(() => parseBlocks(file as unknown as string, () => undefined)).toThrow('no memory');
  });
});

function read(text: string): { tree: Root; notices: string[] } {
  const notices: string[] = [];
  const tree = parseBlocks(text, ({ line, column }, rule, message) => {
    notices.push(`${line}:${column} ${rule} ${message}`);
  });
  return { tree, notices };
}

/** Blocks of the document, and rows and cells of its tables, with their places. Others are read by their place alone. */
function outline(node: Nodes): unknown {
  const children =
    ['root', 'table', 'tableRow'].includes(node.type) && 'children' in node ? node.children : [];
  return { type: node.type, position: node.position, children: children.map(outline) };
}

/** Nodes within paragraphs, headings and cells. */
function leaves(node: Nodes): Nodes[] {
  if (!('children' in node)) return [];
  if (['paragraph', 'heading', 'tableCell'].includes(node.type)) return node.children;
  return node.children.flatMap(leaves);
}
