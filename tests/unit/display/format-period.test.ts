import { expect, test } from 'vitest';
import { formatPeriod } from '../../../src/display/format-period.ts';

test.each([
  [{ start: 2021, end: 2099, openEnded: true }, '2021年起，长期（未定结束年度）'],
  [{ start: 2023, end: 2025, openEnded: false }, '2023年至2025年'],
  [{ start: 2026, end: 2026, openEnded: false }, '2026年'],
])('a period reads as words', (period, words) => {
  expect(formatPeriod(period)).toBe(words);
});
