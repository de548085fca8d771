import { expect, test } from 'vitest';
import { toIdeographs } from '../../../../src/import/pdf/to-ideographs.ts';

test.each([
  ['⽤⼾⻅⻓⻋', '用户见长车'],
  ['⾭年⼈⼝', '青年人口'],
  ['㎡ ① ≥ Ⅲ', '㎡ ① ≥ Ⅲ'],
  ['绩效目标', '绩效目标'],
])('%s is written %s', (text, expected) => {
  expect(toIdeographs(text)).toBe(expected);
});

test('no radical is left', () => {
  const radicals = Array.from({ length: 0x2fd6 - 0x2f00 }, (_, index) =>
    String.fromCodePoint(0x2f00 + index),
  );
  expect(radicals.map(toIdeographs).filter((text) => /[\u2e80-\u2fd5]/.test(text))).toEqual([]);
});
