import { expect, test } from 'vitest';
import { parseAmount } from '../../../src/record/parse-amount.ts';

test.each([
  ['27,700.00', { figure: '27700.00', unit: null }],
  ['86.5万元', { figure: '86.5', unit: '万元' }],
  ['1 208.80 元', { figure: '1208.80', unit: '元' }],
  ['８６.５０', { figure: '86.50', unit: null }],
  ['86.50\u{200b}', { figure: '86.50', unit: null }],
  ['27,70.00', null],
  ['约三万', null],
  ['-', null],
  ['', null],
])('%j', (text, amount) => {
  expect(parseAmount(text)).toEqual(amount);
});
