import { Decimal } from 'decimal.js';
import { groupDigits } from '../record/group-digits.ts';

/** Exact ten thousands of yuan, without unit: `703644.00` → `70.3644`. Nothing is rounded. */
export function formatWan(yuan: string): string {
  return groupDigits(new Decimal(yuan).dividedBy(10_000).toFixed());
}
