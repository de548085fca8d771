import { expect, test } from 'vitest';
import { isEqual, isWithin, rangeBeside, rangeOf } from '../../../src/search/range.ts';

const least = rangeBeside('≥', 95);

test.each([
  ['≥', 98, true],
  ['>', 95, true],
  ['≥', 95, true],
  [null, 95, true],
  [null, 100, true],
  ['=', 96, true],
  ['≥', 94, false],
  ['≤', 95, false],
  ['<', 100, false],
  [null, 94, false],
] as const)('%s %d within ≥95: %s', (comparator, value, expected) => {
  expect(isWithin(rangeBeside(comparator, value), least)).toBe(expected);
});

test('the ends of a range belong to it or not', () => {
  expect(isWithin(rangeBeside('≥', 95), rangeBeside('>', 95))).toBe(false);
  expect(isWithin(rangeBeside('≤', 3), rangeBeside('<', 3))).toBe(false);
  expect(isWithin(rangeBeside('<', 3), rangeBeside('≤', 3))).toBe(true);
  expect(isWithin(rangeOf(91, 95), rangeOf(90, 95))).toBe(true);
  expect(isWithin(rangeOf(91, 96), rangeOf(90, 95))).toBe(false);
});

test('equal ranges have equal ends', () => {
  expect(isEqual(rangeBeside(null, 95), rangeBeside('=', 95))).toBe(true);
  expect(isEqual(rangeBeside('≥', 95), rangeBeside('>', 95))).toBe(false);
  expect(isEqual(rangeBeside('≤', 95), rangeBeside('<', 95))).toBe(false);
  expect(isEqual(rangeOf(90, 95), rangeOf(90, 96))).toBe(false);
});
