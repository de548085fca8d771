import { expect, test } from 'vitest';
import { formatTick } from '../../../src/display/format-tick.ts';

test.each([
  [0, '0'],
  [95, '95'],
  [2500, '2,500'],
  [9999, '9,999'],
  [10_000, '1万'],
  [200_000, '20万'],
  [25_000_000, '2,500万'],
  [99_990_000, '9,999万'],
  [100_000_000, '1亿'],
  [150_000_000, '1.5亿'],
  [-200_000, '-20万'],
  [-150_000_000, '-1.5亿'],
  [0.1 + 0.2, '0.3'],
])('%d is %s', (value, text) => {
  expect(formatTick(value)).toBe(text);
});
