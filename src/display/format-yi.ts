import { Decimal } from 'decimal.js';
import { groupDigits } from '../record/group-digits.ts';
import { formatWan } from './format-wan.ts';

/** One 亿 in yuan. */
const YI = 100_000_000;

/** Hundred millions of yuan with two places, rounded, without unit: `193106744647.00` → `1,931.07`. Null: it is less than one. */
export function formatYi(yuan: string): string | null {
  const inYi = new Decimal(yuan).dividedBy(YI);
  return inYi.lessThan(1) ? null : groupDigits(inYi.toFixed(2, Decimal.ROUND_HALF_UP));
}

/** The text under a headline amount: 万元 where that is in 元; exact 元 where it is in 亿元. Nothing is rounded. */
export function formatUnderHeadline(yuan: string): string {
  return formatYi(yuan) === null ? `${formatWan(yuan)} 万元` : `${groupDigits(yuan)} 元`;
}

/** `32.38 亿元`, rounded; below one 亿 exact: `1,006 万元`. */
export function formatHeadline(yuan: string): string {
  const yi = formatYi(yuan);
  return yi === null ? `${formatWan(yuan)} 万元` : `${yi} 亿元`;
}
