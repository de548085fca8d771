import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCells, encodeQuery } from '../../src/search/encode-pairs.ts';

/** Whether Pagefind's phrase search finds the query: its words stand in the content one after the other. */
function finds(content: string, query: string): boolean {
  return ` ${content} `.includes(` ${query.slice(1, -1)} `);
}

test('a pair is seven letters, a single four', () => {
  expect(encodeCells(['满意'])).toMatch(/^[a-z]{7} [a-z]{4} [a-z]{4} [a-z]{4}$/);
  expect(encodeQuery('满意度')).toMatch(/^"[a-z]{7} [a-z]{7}"$/);
  expect(encodeQuery('满')).toMatch(/^"[a-z]{4}"$/);
});

test('a query is found just where one cell contains it', () => {
  const unit = fc.constantFrom('满', '意', '度', '9', '5', '%', ',', '.', 'a', '\ud83d', '\ude00');
  const text = fc.string({ unit, minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (cells, query) => {
      expect(finds(encodeCells(cells), encodeQuery(query))).toBe(cells.some((cell) => cell.includes(query)));
    }),
    { numRuns: 5_000 },
  );
});
