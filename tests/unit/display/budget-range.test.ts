import { expect, test } from 'vitest';
import { budgetRange, budgetRanges } from '../../../src/display/budget-range.ts';

const CASES = [
  ['-1.00', '5万元以下'],
  ['0.00', '5万元以下'],
  ['49999.99', '5万元以下'],
  ['50000.00', '5万至10万元'],
  ['99999.99', '5万至10万元'],
  ['100000.00', '10万至50万元'],
  ['499999.99', '10万至50万元'],
  ['500000.00', '50万至100万元'],
  ['999999.99', '50万至100万元'],
  ['1000000.00', '100万至500万元'],
  ['4999999.99', '100万至500万元'],
  ['5000000.00', '500万至1000万元'],
  ['9999999.99', '500万至1000万元'],
  ['10000000.00', '1000万元以上'],
  ['123456789012.00', '1000万元以上'],
] as const;

test.each(CASES)('%s yuan is in the range %s', (yuan, range) => {
  expect(budgetRange(yuan)).toBe(range);
});

test('the ranges are offered from the smallest to the largest', () => {
  expect(budgetRanges).toEqual([...new Set(CASES.map(([, range]) => range))]);
});
