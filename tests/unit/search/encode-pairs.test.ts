import { expect, test } from 'vitest';
import { BARRIER, encodeQuery, encodeWholeDigit, toSectionWords } from '../../../src/search/encode-pairs.ts';

test('a cell of n units has n words, then its new units', () => {
  const units = new Set<string>();
  expect(toSectionWords(['满意', '意'], units)).toEqual(['满意', BARRIER, BARRIER, '满', '意']);
  expect([...units]).toEqual(['满', '意']);
  expect(toSectionWords(['满意'], units)).toEqual(['满意', BARRIER]);
});

test('a digit that is a whole number is a unit before the digit', () => {
  const [singles, wholes] = [/^"[a-z]{4}"$/, /^"[a-z]{7}"$/];
  expect([encodeQuery('8'), encodeWholeDigit('8')]).toEqual([
    expect.stringMatching(singles),
    expect.stringMatching(wholes),
  ]);
  const units = new Set<string>();
  toSectionWords(['8万18'], units);
  expect([...units]).toEqual(['8\0', '8', '万', '1']);
  expect(toSectionWords(['1'], units)).toEqual([BARRIER, '1\0']);
});

test('a pair is seven letters, a single four', () => {
  expect(encodeQuery('满意度')).toMatch(/^"[a-z]{7} [a-z]{7}"$/);
  expect(encodeQuery('满')).toMatch(/^"[a-z]{4}"$/);
});

test('a pair and a single differ by their length, pairs by both units', () => {
  const pairs = ['满意', '意满', '满满', '9%', '\ud83d\ude00'].map((pair) => encodeQuery(pair));
  expect(new Set(pairs).size).toBe(pairs.length);
});
