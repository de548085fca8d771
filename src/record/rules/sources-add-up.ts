import { Decimal } from 'decimal.js';
import { groupDigits } from '../group-digits.ts';
import { toleranceOf } from './rounding.ts';
import { at, type Rule } from './rule.ts';

/**
 * 财政拨款, 其他资金 and the form's other sources add up to the budget. A single source may be one of several, so it is not compared; sums agree
 * within rounding.
 */
export const sourcesAddUp: Rule = {
  id: 'budget/sources-differ',
  check({ budget }, { funding }) {
    const [first] = funding;
    if (!budget || !first || funding.length < 2) return [];
    const sum = Decimal.sum(...funding.map(({ yuan }) => yuan));
    const difference = sum.minus(budget.yuan).abs();
    if (difference.lessThanOrEqualTo(toleranceOf([...funding, budget]))) return [];
    const listed = funding.map(({ label, text }) => `${label.replace(/[:：]$/, '')} ${text}`).join('、');
    const message = `资金来源（${listed}）合计 ${groupDigits(sum.toFixed(2))} 元，预算金额 ${groupDigits(budget.yuan)} 元，相差 ${groupDigits(difference.toFixed(2))} 元`;
    return [at(first.position, message)];
  },
};
