import { Decimal } from 'decimal.js';
import { groupDigits } from '../record/group-digits.ts';

/** The share of a part in a whole, both in yuan, to 0.1 %: `51.8%`. A share too small to show is `<0.1%`, one of nothing is `—`, as is none. */
export function formatShare(part: string | null, whole: string | null): string {
  if (part === null || whole === null || new Decimal(whole).isZero()) return '—';
  const percent = new Decimal(part).times(100).dividedBy(whole);
  if (percent.isZero()) return '0%';
  if (percent.lessThan('0.05')) return '<0.1%';
  if (percent.equals(100)) return '100%';
  return percent.greaterThan('99.95') ? '>99.9%' : `${percent.toFixed(1)}%`;
}

/** How much an amount has changed against what it was, to 0.1 %: as a share, but one above 100 % is written out: `546.8%`. */
export function formatGrowth(change: string, before: string): string {
  const percent = new Decimal(change).times(100).dividedBy(before);
  return percent.greaterThan(100) ? `${groupDigits(percent.toFixed(1))}%` : formatShare(change, before);
}
