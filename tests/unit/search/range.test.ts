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

test.each([
  ['≥', { from: 3, to: Infinity, hasFrom: true, hasTo: false }],
  ['>', { from: 3, to: Infinity, hasFrom: false, hasTo: false }],
  ['≤', { from: -Infinity, to: 3, hasFrom: false, hasTo: true }],
  ['<', { from: -Infinity, to: 3, hasFrom: false, hasTo: false }],
  ['=', { from: 3, to: 3, hasFrom: true, hasTo: true }],
  ['≈', { from: 3, to: 3, hasFrom: true, hasTo: true }],
  [null, { from: 3, to: 3, hasFrom: true, hasTo: true }],
] as const)('%s 3 is a range with these ends', (comparator, range) => {
  expect(rangeBeside(comparator, 3)).toEqual(range);
});

test('a range has both its ends, whichever comes first', () => {
  const range = { from: 5, to: 9, hasFrom: true, hasTo: true };
  expect([rangeOf(5, 9), rangeOf(9, 5)]).toEqual([range, range]);
});

test('a range is within another where both its ends are', () => {
  const [inner, outer] = [rangeOf(91, 95), rangeOf(90, 95)];
  expect([isWithin(inner, outer), isWithin(outer, inner), isWithin(outer, outer)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(isWithin(rangeBeside('>', 95), rangeBeside('>', 95))).toBe(true);
  expect(isWithin(rangeBeside('<', 3), rangeBeside('<', 3))).toBe(true);
  expect(isWithin(rangeOf(1, 3), rangeBeside('<', 3))).toBe(false);
  expect(isWithin(rangeOf(3, 4), rangeBeside('>', 3))).toBe(false);
  expect(isWithin(rangeBeside('≥', 3), rangeOf(3, 9))).toBe(false);
  expect(isWithin(rangeBeside('≤', 9), rangeOf(3, 9))).toBe(false);
});

test.each([
  [rangeOf(90, 95), rangeOf(91, 95)],
  [rangeBeside('≥', 3), rangeBeside('≤', 3)],
  [rangeOf(3, 9), { ...rangeOf(3, 9), hasFrom: false }],
  [rangeOf(3, 9), { ...rangeOf(3, 9), hasTo: false }],
])('%j and %j are different', (a, b) => {
  expect([isEqual(a, b), isEqual(b, a), isEqual(a, { ...a })]).toEqual([false, false, true]);
});
