import { Decimal } from 'decimal.js';
import type { Target } from '../disclosure-schema.ts';
import { must } from '../must.ts';
import { comparableAmount } from '../money-of.ts';
import type { ParsedResultIndicator } from '../result-schema.ts';
import { at, type ResultRule } from './rule.ts';

/**
 * An indicator has all of its points although what was reached is not what was promised, or none although it is. Both can be right:
 * the two figures are said, and no more.
 */
export const scoresFollowActuals: ResultRule = {
  id: 'result/score-contradicts',
  check({ indicators }, positions) {
    return indicators.flatMap((indicator) => {
      const { name, target, actual, weight, score } = indicator;
      if (!target || !actual || !weight?.value || !score?.value) return [];
      const isReached = meets(actual, target, indicator);
      if (isReached === null || new Decimal(weight.value).isZero()) return [];
      const isFull = new Decimal(score.value).equals(weight.value);
      const isNone = new Decimal(score.value).isZero();
      if (!(isReached ? isNone : isFull)) return [];
      const message = `“${name}”的指标值是 ${target.text}，实际完成值是 ${actual.text}；分值 ${weight.text}，得分 ${score.text}`;
      return [at(positions.of(score), message)];
    });
  },
};

/**
 * Whether a figure meets a target. Null: they can't be compared, or it is not said which side of the target is better. More than a
 * bare number of things is better.
 */
function meets(actual: Target, target: Target, { subcategory }: ParsedResultIndicator): boolean | null {
  if (actual.comparator !== null && actual.comparator !== '=') return null;
  const amount = comparableAmount(actual, target);
  if (!amount) return null;
  if (target.upper !== null)
    return amount.greaterThanOrEqualTo(must(target.value)) && amount.lessThanOrEqualTo(target.upper);
  const bound = comparableAmount(target, actual);
  if (!bound) return null;
  switch (target.comparator) {
    case '≥':
      return amount.greaterThanOrEqualTo(bound);
    case '>':
      return amount.greaterThan(bound);
    case '≤':
      return amount.lessThanOrEqualTo(bound);
    case '<':
      return amount.lessThan(bound);
    case '=':
      return amount.equals(bound);
    case '≈':
      return null;
    case null:
      return subcategory === '数量指标' ? amount.greaterThanOrEqualTo(bound) : null;
  }
}
