import type { ParsedIndicator, Target } from '../record/disclosure-schema.ts';
import { comparableAmount } from '../record/money-of.ts';
import { describeTarget } from './format-reading.ts';

/** An indicator whose targets are amounts that add up over the years, so that the year's is a part of the period's. */
export interface ProgressPair {
  name: string;
  /** As published, with how they read. */
  annual: string;
  period: string;
  /** The year's in the period's, from 0 to 1. */
  share: number;
  /** Line of its row in the source. */
  line: number;
}

/**
 * The indicators of which the year's target can be drawn within the period's: both one figure in one unit (money in
 * any), the year's the smaller. Rates are left out: 95% a year is no part of 95%.
 */
export function progressPairs(indicators: readonly ParsedIndicator[]): ProgressPair[] {
  return indicators.flatMap(({ name, annualTarget, periodTarget, line }) => {
    if (!annualTarget || !periodTarget || !isAmount(annualTarget) || !isAmount(periodTarget)) return [];
    const annual = comparableAmount(annualTarget, periodTarget);
    const period = comparableAmount(periodTarget, annualTarget);
    if (!annual || !period || !annual.isPositive() || annual.greaterThanOrEqualTo(period)) return [];
    return [
      {
        name,
        annual: describeTarget(annualTarget),
        period: describeTarget(periodTarget),
        share: annual.dividedBy(period).toNumber(),
        line,
      },
    ];
  });
}

/** A sum, not a rate or an upper bound. */
function isAmount({ unit, comparator }: Target): boolean {
  return unit !== null && !/[%‰]/.test(unit) && comparator !== '≤' && comparator !== '<';
}
