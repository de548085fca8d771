import { expect, test } from 'vitest';
import { BARRIER, encodeQuery, toSectionWords } from '../../../src/search/encode-pairs.ts';

test('a cell of n units has n words, then its new units', () => {
  const units = new Set<string>();
  expect(toSectionWords(['满意', '意'], units)).toEqual(['满意', BARRIER, BARRIER, '满', '意']);
  expect([...units]).toEqual(['满', '意']);
  expect(toSectionWords(['满意'], units)).toEqual(['满意', BARRIER]);
});

test('a pair is seven letters, a single four', () => {
  expect(encodeQuery('满意度')).toMatch(/^"[a-z]{7} [a-z]{7}"$/);
  expect(encodeQuery('满')).toMatch(/^"[a-z]{4}"$/);
});

test('a pair and a single differ by their length, pairs by both units', () => {
  const pairs = ['满意', '意满', '满满', '9%', '\ud83d\ude00'].map((pair) => encodeQuery(pair));
  expect(new Set(pairs).size).toBe(pairs.length);
});
