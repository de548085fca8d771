import { Decimal } from 'decimal.js';
import type { Target } from './disclosure-schema.ts';

/** Yuan in one of the unit. Compound units (元/人, 元/年) are prices, not sums, and are not listed. */
const YUAN_IN = new Map([
  ['元', 1],
  ['千元', 1_000],
  ['万元', 10_000],
  ['百万元', 1_000_000],
  ['亿元', 100_000_000],
]);

/** A target that is one sum of money, in yuan; null for ranges, prices and all else. */
export function yuanOf(target: Target | null): Decimal | null {
  if (!target?.value || target.upper !== null || target.unit === null) return null;
  const factor = YUAN_IN.get(target.unit);
  return factor === undefined ? null : new Decimal(target.value).times(factor);
}
