import { Decimal } from 'decimal.js';
import type { Target } from './disclosure-schema.ts';
import { YUAN_IN } from './units.ts';

/** A target that is one sum of money, in yuan; null for ranges, prices and other quantities. */
export function yuanOf(target: Target | null): Decimal | null {
  if (!target?.value || target.upper !== null || target.unit === null) return null;
  const factor = YUAN_IN.get(target.unit);
  return factor === undefined ? null : new Decimal(target.value).times(factor);
}

/** A target's single figure, if it can be compared with another target's: both money, then in yuan, or both in the same unit. */
export function comparableAmount(target: Target, other: Target): Decimal | null {
  if (target.value === null || target.upper !== null) return null;
  if (yuanOf(target) && yuanOf(other)) return yuanOf(target);
  return target.unit === other.unit ? new Decimal(target.value) : null;
}
