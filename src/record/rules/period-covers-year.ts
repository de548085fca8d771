import { comparableAmount } from '../money-of.ts';
import { at, type Rule } from './rule.ts';

/** The year is part of the period, so the period's target is no lower than the year's. */
export const periodCoversYear: Rule = {
  id: 'target/period-below-annual',
  check({ indicators }, positions) {
    return indicators.flatMap(({ name, periodTarget, annualTarget }) => {
      if (!periodTarget || !annualTarget || periodTarget.comparator !== annualTarget.comparator) return [];
      const period = comparableAmount(periodTarget, annualTarget);
      const annual = comparableAmount(annualTarget, periodTarget);
      if (!period || !annual || period.greaterThanOrEqualTo(annual)) return [];
      const position = positions.of(periodTarget);
      return [at(position, `“${name}”的周期指标值 ${periodTarget.text} 低于年度指标值 ${annualTarget.text}`)];
    });
  },
};
