import { yuanOf } from '../money-of.ts';
import { at, type Rule } from './rule.ts';

/** The target of the period and that of the year measure the same thing, so they have the same unit. */
export const targetsShareAUnit: Rule = {
  id: 'target/unit-mismatch',
  check({ indicators }, positions) {
    return indicators.flatMap(({ name, periodTarget, annualTarget }) => {
      if (!periodTarget?.value || !annualTarget?.value) return [];
      if (periodTarget.unit === annualTarget.unit || (yuanOf(periodTarget) && yuanOf(annualTarget)))
        return [];
      const position = positions.of(periodTarget);
      const message = `“${name}”的周期指标值 ${periodTarget.text} ${inUnit(periodTarget.unit)}，年度指标值 ${annualTarget.text} ${inUnit(annualTarget.unit)}`;
      return [at(position, message)];
    });
  },
};

function inUnit(unit: string | null): string {
  return unit === null ? '没有单位' : `以“${unit}”计`;
}
