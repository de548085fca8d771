import { Decimal } from 'decimal.js';
import type { Target } from './disclosure-schema.ts';
import { YUAN_IN } from './units.ts';

/** A target that is one sum of money, in yuan; null for ranges, prices and other quantities. */
export function yuanOf(target: Target | null): Decimal | null {
  if (!target?.value || target.upper !== null || target.unit === null) return null;
  const factor = YUAN_IN.get(target.unit);
  return factor === undefined ? null : new Decimal(target.value).times(factor);
}
