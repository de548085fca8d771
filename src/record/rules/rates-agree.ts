import { Decimal } from 'decimal.js';
import type { Money } from '../result-schema.ts';
import { toleranceOf } from './rounding.ts';
import { at, type ResultRule } from './rule.ts';

/** 执行率 is what was spent of the budget after changes; of the first budget where there is no other. Rounding makes no difference. */
export const ratesAgree: ResultRule = {
  id: 'result/rate-differs',
  check({ funds }, positions) {
    return [...(funds.total ? [funds.total] : []), ...funds.sources].flatMap((row) => {
      const { rate, spent } = row;
      const budget = row.revised ?? row.initial;
      const share = spent && budget && shareOf(spent, budget);
      if (!rate?.value || !share || agrees(rate.text, rate.value, share)) return [];
      const message = `执行率写 ${rate.text}，执行数 ${spent.text} 除以预算数 ${budget.text} 是 ${share.exact.toFixed(2)}%`;
      return [at(positions.of(rate), message)];
    });
  },
};

/** A share in per cent. The sums are rounded as well, so that it lies between two others. */
type Share = Record<'exact' | 'lowest' | 'highest', Decimal>;

/** Null: one of the sums can't be read, or the budget is nothing. */
function shareOf(spent: Money, budget: Money): Share | null {
  if (spent.yuan === null || budget.yuan === null) return null;
  const [part, whole] = [new Decimal(spent.yuan), new Decimal(budget.yuan)];
  if (whole.lessThanOrEqualTo(0)) return null;
  const ofPart = toleranceOf([{ text: spent.text, yuan: part }]);
  const ofWhole = toleranceOf([{ text: budget.text, yuan: whole }]);
  return {
    exact: part.dividedBy(whole).times(100),
    lowest: part.minus(ofPart).dividedBy(whole.plus(ofWhole)).times(100),
    highest: part.plus(ofPart).dividedBy(whole.minus(ofWhole)).times(100),
  };
}

/** Whether a rate is the share within half of its last digit. 0.9757 without a sign is 97.57%, too. */
function agrees(text: string, value: string, { lowest, highest }: Share): boolean {
  const decimals = value.split('.')[1]?.length ?? 0;
  const isIn = (percent: Decimal, digits: number) => {
    const half = new Decimal(10).pow(-digits).dividedBy(2);
    return percent.plus(half).greaterThanOrEqualTo(lowest) && percent.minus(half).lessThanOrEqualTo(highest);
  };
  const written = new Decimal(value);
  return isIn(written, decimals) || (!/[%％]/.test(text) && isIn(written.times(100), decimals - 2));
}
