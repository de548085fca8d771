import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitPhrase } from '../../../src/display/split-phrase.ts';

test.each([
  ['市直机关工委网络安全服务项目', '网络'],
  ['民兵事业费', '费'],
  ['路灯节能改造（二期）经费', '（二期）'],
])('%s keeps its words', (name, word) => {
  const pieces = splitPhrase(name);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.some((piece) => piece.includes(word))).toBe(true);
  expect(pieces.filter((piece) => piece.length === 1)).toEqual([]);
  expect(pieces.filter((piece) => /[（《“]$/.test(piece))).toEqual([]);
});

test('changes no character of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(splitPhrase(text).join('')).toBe(text);
    }),
  );
});
