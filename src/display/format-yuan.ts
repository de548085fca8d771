import { groupDigits } from '../record/group-digits.ts';

/** Exact yuan with commas, without unit: `703644.00` → `703,644.00`. */
export function formatYuan(yuan: string): string {
  return groupDigits(yuan);
}
