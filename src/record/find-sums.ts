import { Decimal } from 'decimal.js';

/** A row, or rows of one name, of a ledger. */
export interface Summand {
  /** Null: no figure. */
  amount: Decimal | null;
  /** Whether it has no goal and no indicator, so that it may be a sum of what is behind it. */
  isBare: boolean;
  /** Whether its name is that of an office. */
  isOffice: boolean;
}

/**
 * The rows of a ledger that are the sums of the projects behind them: of all up to the end, or up to another such row. A body's
 * sum may be above those of its units, and those above their projects.
 *
 *     水务局          300    the sum of 甲, 乙 and 丙
 *     水务局          100    the sum of 甲 and 乙
 *       甲 60, 乙 40
 *     河道站          200    the sum of 丙
 *       丙 200
 *
 * An office's sum may also be more than all behind it: some of its projects are not in this part of the ledger.
 *
 * @returns The sums, each with whether what is behind it adds up to it.
 */
export function findSums<Item extends Summand>(items: readonly Item[]): Map<Item, boolean> {
  const sums = new Map<Item, boolean>();
  // From the last row upwards: what is behind a row, and how many projects are behind each place where a sum can end.
  let behind = new Decimal(0);
  let count = 0;
  const ends = new Map([[behind.toString(), count]]);
  for (const item of [...items].reverse()) {
    if (item.isBare) {
      const end = item.amount ? ends.get(behind.minus(item.amount).toString()) : undefined;
      if (end !== undefined && end < count) sums.set(item, true);
      else if (item.isOffice && count > 0 && item.amount?.greaterThan(behind)) sums.set(item, false);
      if (!ends.has(behind.toString())) ends.set(behind.toString(), count);
    } else {
      behind = behind.plus(item.amount ?? 0);
      count += 1;
    }
  }
  return sums;
}
