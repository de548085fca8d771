import { expect, test } from 'vitest';
import { readChoices, summarize, type Filters } from '../../../../src/search/page/filters.ts';
import { readAddress } from '../../../../src/search/page/search-address.ts';

/** The filters of a page whose lists have these values. */
const withValues = (values: Record<string, string>) =>
  ({ selects: Object.entries(values).map(([name, value]) => ({ name, value })) }) as unknown as Filters;

test('the choices are those of lists where one is chosen; the order is no filter', () => {
  expect(readChoices(withValues({ year: '2026', body: '', sort: 'budget', type: '综合类' }))).toEqual({
    filters: { year: '2026', type: '综合类' },
    sort: 'budget',
  });
  expect(readChoices(withValues({ year: '', sort: 'name' }))).toEqual({ filters: {}, sort: 'name' });
  expect(readChoices(withValues({})).sort).toBeUndefined();
});

test.each([
  ['', '全部年度，全部单位'],
  ['?year=2026', '2026年'],
  ['?type=综合类&body=水务局&year=2025', '2025年，水务局，综合类'],
  ['?q=2026&body=2026', '2026'],
])('the closed line of %s says %s', (address, expected) => {
  const chosen = { textContent: '' };
  summarize({ chosen } as unknown as Filters, readAddress(address));
  expect(chosen.textContent).toBe(expected);
});
