import { maskDetail, maskNumbers, maskOptional, maskTarget } from './mask-numbers.ts';
import type { Figure, FundRow, Money, Result, ResultIndicator } from './result-schema.ts';

/** A result as pages, search and downloads may show it: personal numbers masked in every text that an office wrote freely. */
export function maskResult(result: Result): Result {
  const { name, code, department, spendingUnit, funds, goals, indicators, total, otherFields } = result;
  return {
    ...result,
    name: maskNumbers(name),
    code: code === null ? null : maskNumbers(code, '项目编码'),
    department: maskOptional(department),
    spendingUnit: maskOptional(spendingUnit),
    funds: { total: funds.total && maskFunds(funds.total), sources: funds.sources.map(maskFunds) },
    goals: { expected: maskOptional(goals.expected), actual: maskOptional(goals.actual) },
    indicators: indicators.map(maskIndicator),
    total: total && { ...total, weight: maskFigure(total.weight), score: maskFigure(total.score) },
    otherFields: otherFields.map(maskDetail),
  };
}

function maskIndicator(indicator: ResultIndicator): ResultIndicator {
  const { category, subcategory, name, target, actual, weight, score, reason, details } = indicator;
  return {
    ...indicator,
    category: maskNumbers(category),
    subcategory: maskNumbers(subcategory),
    name: maskNumbers(name),
    target: maskTarget(target, name),
    actual: maskTarget(actual, name),
    weight: maskFigure(weight),
    score: maskFigure(score),
    reason: maskOptional(reason),
    details: details.map(maskDetail),
  };
}

function maskFunds(row: FundRow): FundRow {
  return {
    ...row,
    label: maskNumbers(row.label),
    initial: maskMoney(row.initial),
    revised: maskMoney(row.revised),
    spent: maskMoney(row.spent),
    weight: maskFigure(row.weight),
    rate: maskFigure(row.rate),
    score: maskFigure(row.score),
    details: row.details.map(maskDetail),
  };
}

/** An amount of the table's own unit is no number of a person, whatever its digits. */
export function maskMoney(money: Money | null): Money | null {
  return money === null || money.yuan !== null ? money : { text: maskNumbers(money.text), yuan: null };
}

/** Points that are no number are text. */
export function maskFigure(figure: Figure | null): Figure | null {
  return figure === null || figure.value !== null ? figure : { text: maskNumbers(figure.text), value: null };
}
