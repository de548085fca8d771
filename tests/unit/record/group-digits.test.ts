import { expect, test } from 'vitest';
import { groupDigits } from '../../../src/record/group-digits.ts';

test.each([
  ['0.00', '0.00'],
  ['100.00', '100.00'],
  ['12500.00', '12,500.00'],
  ['703644.00', '703,644.00'],
  ['1359014.00', '1,359,014.00'],
  ['123456789012345678.99', '123,456,789,012,345,678.99'],
])('%s yuan is %s 元', (yuan, formatted) => {
  expect(groupDigits(yuan)).toBe(formatted);
});
