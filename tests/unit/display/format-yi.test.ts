import { expect, test } from 'vitest';
import { formatYi, isLargeSum } from '../../../src/display/format-yi.ts';

test('large sums have two places, 亿 from one hundred million on', () => {
  expect(['5014027000.00', '100000000.00', '207973977616.00'].map(formatYi)).toEqual([
    '50.14',
    '1.00',
    '2,079.74',
  ]);
  expect(['99999999.99', '100000000.00'].map(isLargeSum)).toEqual([false, true]);
});
