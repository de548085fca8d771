import { expect, test } from 'vitest';
import { formatDay } from '../../../src/display/format-day.ts';

test.each([
  [new Date(2026, 0, 1), '2026-01-01'],
  [new Date(2026, 1, 10, 23, 59), '2026-02-10'],
  [new Date(2026, 11, 31, 0, 0), '2026-12-31'],
])('%s is the day %s where the reader is', (day, text) => {
  expect(formatDay(day)).toBe(text);
});
