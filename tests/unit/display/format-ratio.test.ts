import { expect, test } from 'vitest';
import { formatRatio } from '../../../src/display/format-ratio.ts';

test.each([
  [69, 100, '69.0%'],
  [1, 3, '33.3%'],
  [0, 3, '0%'],
  [3, 3, '100%'],
  [0, 0, '—'],
])('%i of %i is %s', (part, whole, ratio) => {
  expect(formatRatio(part, whole)).toBe(ratio);
});
