import { expect, test } from 'vitest';
import { applyChange, replacedText } from '../../../../scripts/mutation/apply-change.ts';

test.each([
  ['within a line', [2, 3, 2, 5], 'abc\nde__h\nijk', 'fg'],
  ['over two lines', [1, 2, 2, 2], 'a__efgh\nijk', 'bc\nd'],
  ['at the beginning', [1, 1, 1, 2], '__bc\ndefgh\nijk', 'a'],
])('a place %s is replaced', (_, [line = 0, column = 0, toLine = 0, toColumn = 0], expected, replaced) => {
  const place = { start: { line, column }, end: { line: toLine, column: toColumn } };
  const change = { ...place, replacement: '__' };
  expect(applyChange('abc\ndefgh\nijk', change)).toBe(expected);
  expect(replacedText('abc\ndefgh\nijk', change)).toBe(replaced);
});
