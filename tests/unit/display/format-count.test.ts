import { expect, test } from 'vitest';
import { formatCount } from '../../../src/display/format-count.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [23_101, '23,101'],
  [1_234_567, '1,234,567'],
])('%i is %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
