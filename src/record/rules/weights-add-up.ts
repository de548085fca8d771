import { at, type ResultRule } from './rule.ts';
import { pointsOf } from './sums-of-points.ts';

/** The points that can be reached are 100 in all, with those of the funds or without. Shares of 1 are 100 per cent. */
export const weightsAddUp: ResultRule = {
  id: 'result/weights-not-100',
  check(result, { isWhole, table }) {
    const points = isWhole ? pointsOf(result, 'weight') : null;
    if (!points) return [];
    const sums = [points.all, points.indicators];
    if (sums.some((sum) => sum.equals(100) || sum.equals(1))) return [];
    const parts = points.funds ? '各项指标和资金的分值' : '各项指标的分值';
    const difference = points.all.minus(100).abs().toFixed();
    return [at(table, `${parts}合计 ${points.all.toFixed()} 分，满分是 100 分，相差 ${difference} 分`)];
  },
};
