import { expect, test } from 'vitest';
import { amountOf, contextOf, publishedBy, summaryOf } from '../../../../src/search/page/describe-line.ts';
import type { Line } from '../../../../src/search/query.ts';

const NOTHING = {
  ...{ url: '/x/', title: { text: '甲', marks: [] }, target: null, reading: null, isPeriod: false },
  ...{ yuan: null, projects: null, of: null, publisher: null, years: [] },
} satisfies Line;

test.each([
  [{ projects: 1200, yuan: null }, '1,200 个项目'],
  [{ projects: null, yuan: '27700.00' }, '27,700.00\u00A0元'],
  [{ projects: 0, yuan: '1.00' }, '0 个项目'],
  [{ projects: null, yuan: null }, null],
])('the amount of %j is %s', (line, expected) => {
  expect(amountOf(line)).toBe(expected);
});

test.each([
  [null, false, ''],
  ['河道清淤', false, '河道清淤'],
  [null, true, '周期的指标值'],
  ['河道清淤', true, '河道清淤，周期的指标值'],
])('of %s, of the period %s, reads “%s”', (of, isPeriod, expected) => {
  expect(contextOf({ of, isPeriod })).toBe(expected);
});

test.each([
  [null, [], ''],
  ['水务局', [], '水务局'],
  [null, [2025], '2025年'],
  ['水务局', [2025, 2026], '水务局，2025年、2026年'],
])('published by %s for %j reads “%s”', (publisher, years, expected) => {
  expect(publishedBy({ publisher, years })).toBe(expected);
});

test.each<[Partial<Line>, string]>([
  [{}, ''],
  [{ projects: 3, years: [2025, 2026] }, '3 个项目，2025年、2026年'],
  [{ publisher: '水务局', years: [2026], yuan: '5.00' }, '水务局，2026年，5.00\u00A0元'],
  [{ of: '河道清淤', publisher: '水务局', years: [2026] }, '河道清淤，水务局，2026年'],
])('a suggestion of %j says “%s”', (line, expected) => {
  expect(summaryOf({ ...NOTHING, ...line })).toBe(expected);
});
