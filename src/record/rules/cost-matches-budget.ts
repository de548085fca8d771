import { Decimal } from 'decimal.js';
import type { Budget, ParsedIndicator } from '../disclosure-schema.ts';
import { groupDigits } from '../group-digits.ts';
import { sentence } from '../message.ts';
import { yuanOf } from '../money-of.ts';
import { at, type Rule } from './rule.ts';

/**
 * The year's cost indicator and the year's budget are the same money.
 *
 * A project may list several sums under 成本指标. It agrees when one of them, or all of them together, are the budget.
 */
export const costMatchesBudget: Rule = {
  id: 'budget/cost-mismatch',
  check(project, positions) {
    const sums = project.indicators.flatMap((indicator) => annualCost(indicator));
    const [first] = sums;
    if (!first) return [];
    const budget = new Decimal(project.budget.yuan);
    const total = Decimal.sum(...sums.map(({ yuan }) => yuan));
    if (total.equals(budget) || sums.some(({ yuan }) => yuan.equals(budget))) return [];

    const { indicator, text } = first;
    const cost =
      sums.length === 1
        ? `“${indicator.name}”年度值 ${text}`
        : `年度值共 ${groupDigits(total.toFixed(2))} 元`;
    const position = positions.of(first.target);
    const difference = groupDigits(total.minus(budget).abs().toFixed(2));
    const message = sentence`成本指标${cost}，预算金额（${positions.budget}）${withUnit(project.budget)}，相差 ${difference} 元`;
    return [at(position, message)];
  },
};

function annualCost(indicator: ParsedIndicator) {
  const target = indicator.annualTarget;
  const yuan = /成本/.test(indicator.category + indicator.subcategory) ? yuanOf(target) : null;
  return target && yuan ? [{ indicator, target, text: target.text, yuan }] : [];
}

/** The budget as published, with the label's unit if the cell has none. */
function withUnit({ text, yuan }: Budget): string {
  if (/元\s*$/.test(text)) return text;
  return new Decimal(text.normalize('NFKC').replaceAll(/[,\s]/g, '')).equals(yuan)
    ? `${text} 元`
    : `${text} 万元`;
}
