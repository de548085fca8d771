import { Decimal } from 'decimal.js';
import type { Budget, ParsedIndicator } from '../disclosure-schema.ts';
import { groupDigits } from '../group-digits.ts';
import { sentence } from '../message.ts';
import { yuanOf } from '../money-of.ts';
import { toPlain } from '../../table/to-plain.ts';
import { toleranceOf } from './rounding.ts';
import { at, type Rule } from './rule.ts';

/** Words of a cost that is all of the project's: 费用总额, 项目总成本, 财政投入控制数. */
const TOTAL = /总|合计|全部|控制[数额]/;
const GENERIC =
  /项目|年度|本年|全年|财政|资金|预算|支出|经费|费用|成本|投入|投资|使用|安排|控制|情况|指标|金额|总体|合计|全部|不超过?|[总数额的量]/g;
/** Words of a price: 人均标准, 每千印成本. */
const PRICE = /均|每|单[价个位次]|标准|\//;

type Cost = ReturnType<typeof annualCost>[number];

/**
 * The year's total cost and the year's budget are the same money; a limit is kept by a budget of no more.
 *
 * A total is a cost of that name, or all costs together where each is an exact sum and none a price. It agrees when one of the
 * costs, or all of them together, are the budget.
 */
export const costMatchesBudget: Rule = {
  id: 'budget/cost-mismatch',
  check(project, positions) {
    const costs = project.indicators.flatMap((indicator) => annualCost(indicator));
    if (costs.length === 0 || !project.budget) return [];
    const written = project.budget;
    const budget = new Decimal(written.yuan);
    const sum = Decimal.sum(...costs.map(({ yuan }) => yuan));
    const isBudget = (yuan: Decimal, parts: readonly Cost[]) => {
      const difference = yuan.minus(budget).abs();
      const rounding = toleranceOf([...parts, written])
        .times(parts.length)
        .dividedBy(parts.length + 1);
      return difference.isZero() || difference.lessThan(rounding);
    };
    if (isBudget(sum, costs) || costs.some((cost) => isBudget(cost.yuan, [cost]))) return [];

    const totals = costs.filter(({ indicator }) => isTotal(indicator.name));
    const [total] = totals.filter((cost) => contradicts(cost, budget));
    const isExact = totals.length === 0 && costs.every(isExactSum) && hasOnlySums(project.indicators);
    const first = total ?? (isExact ? costs[0] : undefined);
    if (!first) return [];
    const yuan = total ? total.yuan : sum;
    const { indicator, text } = first;
    const cost =
      total !== undefined || costs.length === 1
        ? `“${indicator.name}”年度值 ${text}`
        : `年度值共 ${groupDigits(sum.toFixed(2))} 元`;
    const position = positions.of(first.target);
    const difference = groupDigits(yuan.minus(budget).abs().toFixed(2));
    const message = sentence`成本指标${cost}，预算金额（${positions.budget}）${withUnit(written)}，相差 ${difference} 元`;
    return [at(position, message)];
  },
};

function isTotal(name: string): boolean {
  const plain = toPlain(name);
  return TOTAL.test(plain) && plain.replaceAll(/\([^()]*\)/g, '').replaceAll(GENERIC, '') === '';
}

/** Whether the budget is another sum, or does not keep the limit. */
function contradicts({ target: { comparator }, yuan }: Cost, budget: Decimal): boolean {
  if (comparator === '≤' || comparator === '<') return budget.greaterThan(yuan);
  if (comparator === '≥' || comparator === '>') return budget.lessThan(yuan);
  return comparator !== '≈';
}

function isExactSum({ target: { comparator }, indicator }: Cost): boolean {
  return (comparator === null || comparator === '=') && !PRICE.test(indicator.name);
}

/** Whether each cost is a sum of money. */
function hasOnlySums(indicators: readonly ParsedIndicator[]): boolean {
  return indicators.filter(isCost).every((indicator) => annualCost(indicator).length > 0);
}

function annualCost(indicator: ParsedIndicator) {
  const target = indicator.annualTarget;
  const yuan = isCost(indicator) ? yuanOf(target) : null;
  return target && yuan ? [{ indicator, target, text: target.text, yuan }] : [];
}

function isCost({ category, subcategory }: ParsedIndicator): boolean {
  return /成本/.test(category + subcategory);
}

/** The budget as published, with the label's unit if the cell has none. */
function withUnit({ text, yuan }: Budget): string {
  if (/元\s*$/.test(text)) return text;
  return new Decimal(text.normalize('NFKC').replaceAll(/[,\s]/g, '')).equals(yuan)
    ? `${text} 元`
    : `${text} 万元`;
}
