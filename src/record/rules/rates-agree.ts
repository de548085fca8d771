import { Decimal } from 'decimal.js';
import type { FundRow, Money } from '../result-schema.ts';
import { toleranceOf } from './rounding.ts';
import { at, type ResultRule } from './rule.ts';

/** 执行率 is what was spent of the budget after changes; of the first budget where there is no other. Rounding makes no difference. */
export const ratesAgree: ResultRule = {
  id: 'result/rate-differs',
  check({ funds }, positions) {
    return [...(funds.total ? [funds.total] : []), ...funds.sources].flatMap((row) => {
      const found = rateOf(row);
      if (!found || !row.rate || found.agrees) return [];
      const message = `执行率写 ${row.rate.text}，执行数 ${found.spent.text} 除以预算数 ${found.budget.text} 是 ${found.rate.toFixed(2)}%`;
      return [at(positions.of(row.rate), message)];
    });
  },
};

/** Null: a figure is missing, or the budget is nothing. */
function rateOf({ spent, revised, initial, rate }: FundRow) {
  const budget = revised ?? initial;
  if (!spent?.yuan || !budget?.yuan || !rate?.value || new Decimal(budget.yuan).lessThanOrEqualTo(0))
    return null;
  const exact = shareOf(spent.yuan, budget.yuan);
  // Sums are rounded as well: the share lies between these.
  const [lowest, highest] = [
    shareOf(new Decimal(spent.yuan).minus(stepOf(spent)), new Decimal(budget.yuan).plus(stepOf(budget))),
    shareOf(new Decimal(spent.yuan).plus(stepOf(spent)), new Decimal(budget.yuan).minus(stepOf(budget))),
  ];
  const decimals = rate.value.split('.')[1]?.length ?? 0;
  const agreesAs = (percent: Decimal, digits: number) => {
    const half = new Decimal(10).pow(-digits).dividedBy(2);
    return percent.plus(half).greaterThanOrEqualTo(lowest) && percent.minus(half).lessThanOrEqualTo(highest);
  };
  const written = new Decimal(rate.value);
  // 0.9757 without a sign is 97.57%.
  const isShare = !/[%％]/.test(rate.text) && agreesAs(written.times(100), decimals - 2);
  return { agrees: agreesAs(written, decimals) || isShare, rate: exact, spent, budget };
}

function shareOf(spent: Decimal | string, budget: Decimal | string): Decimal {
  return new Decimal(spent).dividedBy(budget).times(100);
}

/** Half of the last digit of a sum, in yuan. */
function stepOf({ text, yuan }: Money): Decimal {
  return yuan === null ? new Decimal(0) : toleranceOf([{ text, yuan }]);
}
