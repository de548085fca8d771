import { Decimal } from 'decimal.js';
import { at, type ResultRule } from './rule.ts';
import { pointsOf } from './sums-of-points.ts';

/**
 * The scores of the rows add up to 总分, within rounding. Some forms count the funds in it and some don't: where it agrees with one
 * of the two sums, it is right.
 */
export const scoresAddUp: ResultRule = {
  id: 'result/scores-differ',
  check(result, { isWhole, of }) {
    const written = result.total?.score;
    const points = isWhole ? pointsOf(result, 'score') : null;
    if (!written?.value || !points) return [];
    const total = new Decimal(written.value);
    const agrees = (sum: Decimal) => sum.minus(total).abs().lessThanOrEqualTo(points.tolerance);
    if (agrees(points.all) || agrees(points.indicators)) return [];
    const parts = points.funds
      ? `各项指标得分和资金得分合计 ${points.all.toFixed()}`
      : `各项指标得分合计 ${points.all.toFixed()}`;
    const message = `${parts} 分，总分写 ${written.text}，相差 ${points.all.minus(total).abs().toFixed()} 分`;
    return [at(of(written), message)];
  },
};
