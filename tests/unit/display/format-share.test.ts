import { expect, test } from 'vitest';
import { formatGrowth, formatShare } from '../../../src/display/format-share.ts';

test.each([
  ['703644.00', '1359014.00', '51.8%'],
  ['12500.00', '1359014.00', '0.9%'],
  ['1.00', '100000.00', '<0.1%'],
  ['99999.00', '100000.00', '>99.9%'],
  ['5.00', '5.00', '100%'],
  ['0.00', '5.00', '0%'],
  ['0.00', '0.00', '—'],
  [null, '5.00', '—'],
  ['5.00', null, '—'],
  [null, null, '—'],
])('%s of %s is %s', (part, whole, share) => {
  expect(formatShare(part, whole)).toBe(share);
});

test.each([
  ['799985.00', '17000050.00', '4.7%'],
  ['5.00', '5.00', '100%'],
  ['1367013.85', '250000.50', '546.8%'],
  ['999999.00', '3.00', '33,333,300.0%'],
  ['99999.00', '100000.00', '>99.9%'],
])('a change by %s from %s is %s', (change, before, growth) => {
  expect(formatGrowth(change, before)).toBe(growth);
});
