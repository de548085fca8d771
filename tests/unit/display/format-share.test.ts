import { expect, test } from 'vitest';
import { formatShare } from '../../../src/display/format-share.ts';

test.each([
  ['703644.00', '1359014.00', '51.8%'],
  ['12500.00', '1359014.00', '0.9%'],
  ['1.00', '100000.00', '<0.1%'],
  ['99999.00', '100000.00', '>99.9%'],
  ['5.00', '5.00', '100%'],
  ['0.00', '5.00', '0%'],
  ['0.00', '0.00', '—'],
  [null, '5.00', '—'],
  [null, null, '—'],
])('%s of %s is %s', (part, whole, share) => {
  expect(formatShare(part, whole)).toBe(share);
});
