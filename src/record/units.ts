/** Yuan in one of each unit of money. Compound units (元/人, 元/年) are prices, not sums, and are not listed. */
export const YUAN_IN: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['千元', 1_000],
  ['万元', 10_000],
  ['百万元', 1_000_000],
  ['亿元', 100_000_000],
]);
