import { expect, test } from 'vitest';
import { formatWan } from '../../../src/display/format-wan.ts';

test.each([
  ['0.00', '0'],
  ['100.00', '0.01'],
  ['12500.00', '1.25'],
  ['703644.00', '70.3644'],
  ['1359014.00', '135.9014'],
  ['123456789012345678.99', '12,345,678,901,234.567899'],
])('%s yuan is %s 万元', (yuan, wan) => {
  expect(formatWan(yuan)).toBe(wan);
});
