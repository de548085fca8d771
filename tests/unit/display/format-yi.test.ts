import { expect, test } from 'vitest';
import { formatUnderHeadline, formatYi } from '../../../src/display/format-yi.ts';

test.each([
  ['99999999.99', null, '9,999.999999 万元'],
  ['100000000.00', '1.00', '100,000,000.00 元'],
  ['100500000.00', '1.01', '100,500,000.00 元'],
  ['193106744647.00', '1,931.07', '193,106,744,647.00 元'],
  ['999900000000.00', '9,999.00', '999,900,000,000.00 元'],
  ['703644.00', null, '70.3644 万元'],
])('%s yuan is %s 亿元, and exactly %s', (yuan, headline, under) => {
  expect(formatYi(yuan)).toBe(headline);
  expect(formatUnderHeadline(yuan)).toBe(under);
});
