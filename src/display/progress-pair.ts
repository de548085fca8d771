import type { ParsedIndicator, Target } from '../record/disclosure-schema.ts';
import { comparableAmount } from '../record/money-of.ts';
import { formatShare } from './format-share.ts';

/** The year's target in that of the whole period. */
export interface ProgressPair {
  /** From 0 to 1. */
  share: number;
  /** `33.3%`. */
  text: string;
}

/**
 * The share of an indicator whose targets are amounts that add up over the years, so that the year's is a part of the
 * period's: both one figure in one unit (money in any), the year's the smaller. Null for any other: 95% a year is no part of 95%.
 */
export function progressPair({ annualTarget, periodTarget }: ParsedIndicator): ProgressPair | null {
  if (!annualTarget || !periodTarget || !isAmount(annualTarget) || !isAmount(periodTarget)) return null;
  const annual = comparableAmount(annualTarget, periodTarget);
  const period = comparableAmount(periodTarget, annualTarget);
  if (!annual || !period || !annual.isPositive() || annual.greaterThanOrEqualTo(period)) return null;
  return {
    share: annual.dividedBy(period).toNumber(),
    text: formatShare(annual.toFixed(), period.toFixed()),
  };
}

/** A sum, not a rate or an upper bound. */
function isAmount({ unit, comparator }: Target): boolean {
  return unit !== null && !/[%‰]/.test(unit) && comparator !== '≤' && comparator !== '<';
}
