import { expect, test } from 'vitest';
import { yuanOf } from '../../../src/record/money-of.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['27,700.00元', '27700'],
  ['3千元', '3000'],
  ['8.3370万元', '83370'],
  ['≤2百万元', '2000000'],
  ['1.5亿元', '150000000'],
  ['2-3万元', undefined],
  ['3万元/年', undefined],
  ['300', undefined],
  ['300人', undefined],
  ['满意', undefined],
])('%s', (text, yuan) => {
  expect(yuanOf(parseTarget(text))?.toFixed()).toBe(yuan);
});

test('no target is no money', () => {
  expect(yuanOf(null)).toBeNull();
});
