import { Decimal } from 'decimal.js';
import { groupDigits } from '../record/group-digits.ts';

/** A large sum in hundred millions of yuan, with two places: `5014027000.00` → `50.14`. The exact sum is next to it. */
export function formatYi(yuan: string): string {
  return groupDigits(new Decimal(yuan).dividedBy(100_000_000).toFixed(2));
}

/** From 1 亿元 on a sum is said in 亿, so that no screen is too narrow for it. */
export function isLargeSum(yuan: string): boolean {
  return new Decimal(yuan).greaterThanOrEqualTo(100_000_000);
}
