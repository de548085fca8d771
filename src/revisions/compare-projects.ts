/**
 * In: one project as it was and as it is.
 * Out: what differs, field by field, as texts that its tables publish.
 */
import { formatPeriod } from '../display/format-period.ts';
import type { Indicator, Project } from '../record/disclosure-schema.ts';
import { FIELD_LABELS, TEXT_FIELDS } from '../record/fields.ts';
import { compareDetails, difference, targetDifference, type Difference } from './difference.ts';
import { pairRows } from './pair-rows.ts';

export function compareProjects(before: Project, after: Project): Difference[] {
  return [...compareHeads(before, after), ...compareRows(before, after)];
}

function compareHeads(before: Project, after: Project): Difference[] {
  const texts = TEXT_FIELDS.map((field) => difference(FIELD_LABELS[field], before[field], after[field]));
  const periods = [before, after].map(({ period }) => (period ? formatPeriod(period) : null));
  return [
    ...texts,
    difference(FIELD_LABELS.period, periods[0] ?? null, periods[1] ?? null),
    budgetDifference(before.budget, after.budget),
    difference(FIELD_LABELS.periodGoal, before.goals.period, after.goals.period),
    difference(FIELD_LABELS.annualGoal, before.goals.annual, after.goals.annual),
    ...compareDetails(before.otherFields, after.otherFields),
  ].filter((each) => each !== null);
}

/** A sum may change with the unit above its table: then both texts say yuan, too. */
function budgetDifference(before: Project['budget'], after: Project['budget']): Difference | null {
  if (before?.yuan === after?.yuan && before?.text === after?.text) return null;
  const textOf = (budget: Project['budget']) => {
    if (!budget) return null;
    return before?.text === after?.text ? `${budget.text}（合 ${budget.yuan} 元）` : budget.text;
  };
  return difference(FIELD_LABELS.budget, textOf(before), textOf(after));
}

function compareRows(before: Project, after: Project): Difference[] {
  const pairs = pairRows(before.indicators, after.indicators);
  const paired = new Set(pairs.values());
  return [
    ...after.indicators.flatMap((row) => {
      const old = pairs.get(row);
      return old ? compareRow(old, row, after.year) : [rowDifference(row, null, describeRow(row))];
    }),
    ...before.indicators
      .filter((row) => !paired.has(row))
      .map((row) => rowDifference(row, describeRow(row), null)),
  ];
}

function rowDifference({ anchor, name }: Indicator, before: string | null, after: string | null): Difference {
  return { field: before === null ? '增加指标' : '删去指标', anchor, indicators: [name], before, after };
}

/** `培训人次：≥300人次`, `培训人次：≥300人次，实施周期 ≥900人次`. */
function describeRow({ name, annualTarget, periodTarget }: Indicator): string {
  const [annual, period] = [annualTarget?.text, periodTarget?.text];
  const both = annual !== undefined && period !== undefined && annual !== period;
  const text = both ? `${annual}，实施周期 ${period}` : (annual ?? period);
  return text === undefined ? name : `${name}：${text}`;
}

function compareRow(before: Indicator, after: Indicator, year: number): Difference[] {
  const indicators = [...new Set([after.name, before.name])];
  return [
    difference('一级指标', before.category, after.category),
    difference('二级指标', before.subcategory, after.subcategory),
    difference('三级指标', before.name, after.name),
    targetDifference(`${year}年指标值`, before.annualTarget, after.annualTarget),
    targetDifference('实施周期指标值', before.periodTarget, after.periodTarget),
    ...compareDetails(before.details, after.details),
  ].flatMap((each) => (each ? [{ ...each, anchor: after.anchor, indicators }] : []));
}
