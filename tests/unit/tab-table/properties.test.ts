import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { expectTruePlaces } from './expect-true-places.ts';
import { parseWithTabs, readTables } from './parse-with-tabs.ts';

/** What a parser trips over: tabs, quotes, every line ending, every character that opens something in Markdown. */
const NASTY = [
  ...('\t\t\t""""\n\n\r\0\uFFFD\u2028\uFEFF\f    ab项->#|*_`~<!1.)[]^:\\&=@'.match(/[^]/g) ?? []),
  ...['\uD83D', '\r\n', '\n\n', '\n> ', '\n- ', '\n    ', '- ', '> ', '>\t', '-\t', '1. ', '[^1]: ', '|-|\n'],
  ...['a\tb\n', '"\t', '\t"', '"\n', '""', '```\n', '<div>\n'],
];
const nasty = fc.array(fc.constantFrom(...NASTY), { maxLength: 40 }).map((parts) => parts.join(''));
const anyCharacter = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
);
const anyText = fc.array(anyCharacter, { maxLength: 12 }).map((parts) => parts.join(''));
const plainText = anyText.map((text) => text.replaceAll(/[\t\n\r]/g, '').replace(/^"+/, ''));

function gridOf(cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> {
  return fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 });
}

/** Text in the corners: a first cell that no other construct takes, and a last row that is not empty. */
function withCorners(grid: string[][]): string[][] {
  return grid.map(([first = '', ...others], index) =>
    index === 0 || index === grid.length - 1 ? [`项${first}`, ...others] : [first, ...others],
  );
}

test('a grid joined with tabs is parsed to the same cells', () => {
  fc.assert(
    fc.property(
      gridOf(plainText).map(withCorners),
      fc.constantFrom('\n', '\r\n', '\r'),
      (grid, lineEnding) => {
        const source = grid.map((row) => row.join('\t')).join(lineEnding);
        expect(readTables(source)).toEqual([grid]);
        expectTruePlaces(parseWithTabs(source), source);
      },
    ),
    { numRuns: 300 },
  );
});

test('a grid whose cells are quoted is parsed to the same cells, whatever they hold', () => {
  fc.assert(
    fc.property(gridOf(anyText), (grid) => {
      const source = grid.map((row) => row.map(quote).join('\t')).join('\n');
      expect(readTables(source)).toEqual([grid]);
      expectTruePlaces(parseWithTabs(source), source);
    }),
    { numRuns: 300 },
  );
});

test('every place is true in any document', () => {
  fc.assert(
    fc.property(nasty, (source) => {
      // micromark does not count a byte order mark; a VFile of bytes has none by then.
      const text = source.replace(/^\uFEFF+/, '');
      expectTruePlaces(parseWithTabs(text), text);
    }),
    { numRuns: 1000 },
  );
});

/** Indented code is off in both: rows begin with tabs. */
const withoutTabs = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function () {
    (this.data().micromarkExtensions ??= []).push({ disable: { null: ['codeIndented'] } });
  });

test('a document without tabs is parsed as without the plugin', () => {
  fc.assert(
    fc.property(
      nasty.map((source) => source.replaceAll('\t', ' ')),
      (source) => {
        expect(parseWithTabs(source)).toEqual(withoutTabs.parse(source));
      },
    ),
    { numRuns: 600 },
  );
});

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
