import { expect, test } from 'vitest';
import { applyChange } from '../../../../scripts/mutation/project-copy.ts';

test.each([
  ['within a line', [2, 3, 2, 5], 'abc\nde__h\nijk'],
  ['over two lines', [1, 2, 2, 2], 'a__efgh\nijk'],
  ['at the beginning', [1, 1, 1, 2], '__bc\ndefgh\nijk'],
])('a place %s is replaced', (_, [line = 0, column = 0, toLine = 0, toColumn = 0], expected) => {
  const place = { start: { line, column }, end: { line: toLine, column: toColumn } };
  expect(applyChange('abc\ndefgh\nijk', { ...place, replacement: '__' })).toBe(expected);
});
