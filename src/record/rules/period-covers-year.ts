import { Decimal } from 'decimal.js';
import type { Target } from '../disclosure-schema.ts';
import { yuanOf } from '../money-of.ts';
import { at, type Rule } from './rule.ts';

/** The year is part of the period, so the period's target is no lower than the year's. */
export const periodCoversYear: Rule = {
  id: 'target/period-below-annual',
  check({ indicators }, positions) {
    return indicators.flatMap(({ name, periodTarget, annualTarget }) => {
      if (!periodTarget || !annualTarget || periodTarget.comparator !== annualTarget.comparator) return [];
      const period = amountOf(periodTarget, annualTarget);
      const annual = amountOf(annualTarget, periodTarget);
      if (!period || !annual || period.greaterThanOrEqualTo(annual)) return [];
      const position = positions.of(periodTarget);
      return [at(position, `“${name}”的周期指标值 ${periodTarget.text} 低于年度指标值 ${annualTarget.text}`)];
    });
  },
};

/** A single figure that can be compared with the other's: money in yuan, else figures of the same unit. */
function amountOf(target: Target, other: Target): Decimal | null {
  if (target.value === null || target.upper !== null) return null;
  if (yuanOf(target) && yuanOf(other)) return yuanOf(target);
  return target.unit === other.unit ? new Decimal(target.value) : null;
}
