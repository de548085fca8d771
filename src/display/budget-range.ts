/** Ranges of budgets that readers filter lists and search results by, smallest first. */
export const BUDGET_RANGES = [
  { from: 0, label: '5万元以下' },
  { from: 50_000, label: '5万至10万元' },
  { from: 100_000, label: '10万至50万元' },
  { from: 500_000, label: '50万至100万元' },
  { from: 1_000_000, label: '100万至500万元' },
  { from: 5_000_000, label: '500万至1000万元' },
  { from: 10_000_000, label: '1000万元以上' },
] as const satisfies readonly { /** Yuan, inclusive. */ from: number; label: string }[];

/** The label of the range that contains a budget. @param yuan Exact decimal. */
export function budgetRange(yuan: string): string {
  return BUDGET_RANGES.findLast(({ from }) => Number(yuan) >= from)?.label ?? BUDGET_RANGES[0].label;
}

/** All labels, smallest range first. */
export const budgetRanges: readonly string[] = BUDGET_RANGES.map(({ label }) => label);
