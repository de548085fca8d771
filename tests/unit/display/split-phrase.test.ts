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

test.each([
  ['民兵事业费', ['民兵', '事业费']],
  ['高等教育费', ['高等教育费']],
  ['乌鲁木齐市费', ['乌鲁木齐市', '费']],
  ['乌鲁木齐市、河道', ['乌鲁木齐市、', '河道']],
  ['河道𠮷', ['河道𠮷']],
  ['“甲”费', ['“甲”费']],
  ['《读书》活动', ['《读书》', '活动']],
  ['（（甲', ['（（甲']],
  ['费（费', ['费', '（费']],
  ['甲（', ['甲', '（']],
  ['', []],
])('%s may break between %j', (name, pieces) => {
  expect(splitPhrase(name)).toEqual(pieces);
});

test('changes no character of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(splitPhrase(text).join('')).toBe(text);
    }),
  );
});
