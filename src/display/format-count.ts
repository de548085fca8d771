import { groupDigits } from '../record/group-digits.ts';

/** A number of things, with separators: `23101` → `23,101`. */
export function formatCount(count: number): string {
  return groupDigits(String(count));
}
