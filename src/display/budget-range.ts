import { Decimal } from 'decimal.js';

/** Ranges of budgets that readers choose from: up to, not including, so many yuan. */
const RANGES: readonly { below: number; label: string }[] = [
  { below: 50_000, label: '5万元以下' },
  { below: 100_000, label: '5万至10万元' },
  { below: 500_000, label: '10万至50万元' },
  { below: 1_000_000, label: '50万至100万元' },
  { below: 5_000_000, label: '100万至500万元' },
  { below: Infinity, label: '500万元以上' },
];

/** The range that a budget lies in; its lower end belongs to it. @param yuan Exact decimal. */
export function budgetRange(yuan: string): string {
  return RANGES.find(({ below }) => new Decimal(yuan).lessThan(below))?.label ?? '';
}

/** All ranges, lowest first. */
export const budgetRanges = RANGES.map(({ label }) => label);
