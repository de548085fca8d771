/**
 * In: one project as it was and as it is.
 * Out: what differs, field by field, as texts that its tables publish.
 */
import { formatPeriod } from '../display/format-period.ts';
import { describeTarget } from '../display/format-reading.ts';
import { fingerprintOf, formatFingerprint } from '../identity/row-fingerprint.ts';
import type { Detail, Indicator, Project, Target } from '../record/disclosure-schema.ts';
import { FIELD_LABELS, TEXT_FIELDS } from '../record/fields.ts';

/** What one field says, before and after. */
export interface Difference {
  /** What the field is called: `年度目标`, `2026年指标值`. `增加指标`, `删去指标`: a row came or went. */
  field: string;
  /** Anchor of its row after, of a row that went the one before. Null: the field belongs to no row. */
  anchor: string | null;
  /** Names of the indicator, after and before where both differ. Empty: the field belongs to no row. */
  indicators: readonly string[];
  /** As published. Null: nothing is written. */
  before: string | null;
  after: string | null;
}

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

/** A target as published; where both cells say the same, also how they read with the columns of direction and unit. */
function targetDifference(field: string, before: Target | null, after: Target | null): Difference | null {
  const isSame = before?.text === after?.text;
  const [from, to] = [before, after].map(
    (target) => target && (isSame ? describeTarget(target) : target.text),
  );
  return difference(field, from ?? null, to ?? null);
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

/** Cells by their labels, those of one label in their order. */
function compareDetails(before: readonly Detail[], after: readonly Detail[]): (Difference | null)[] {
  // A form that calls its columns otherwise publishes the same.
  if (before.map(({ value }) => value).join('\0') === after.map(({ value }) => value).join('\0')) return [];
  const [old, current] = [before, after].map((details) => Map.groupBy(details, ({ label }) => label));
  const labels = new Set([...before, ...after].map(({ label }) => label));
  return [...labels].flatMap((label) => {
    const [from, to] = [old?.get(label) ?? [], current?.get(label) ?? []];
    const count = Math.max(from.length, to.length);
    return Array.from({ length: count }, (_, at) =>
      difference(label, from[at]?.value ?? null, to[at]?.value ?? null),
    );
  });
}

/** Null: both say the same. An empty cell says nothing. */
function difference(field: string, before: string | null, after: string | null): Difference | null {
  const [from, to] = [before || null, after || null];
  return from === to ? null : { field, anchor: null, indicators: [], before: from, after: to };
}

/** Signs that identify a row, best first; the one of an earlier row is the first of its signs. */
type SignsOf = (row: Indicator) => string[];

const SIGNS: readonly SignsOf[] = [
  ({ anchor, formerAnchors }) => [anchor, ...formerAnchors],
  (row) => [fingerprintOf(row).indicator],
  ({ name }) => [name],
  // Its name was changed, and nothing else.
  ({ category, subcategory, annualTarget, periodTarget, details }) => [
    JSON.stringify([category, subcategory, annualTarget?.text, periodTarget?.text, details]),
  ],
];

/**
 * Rows as they were, by the rows that they are. A row that says the same is the same, wherever it is; else a sign counts where one
 * row alone has it before and after.
 */
function pairRows(before: readonly Indicator[], after: readonly Indicator[]): Map<Indicator, Indicator> {
  const pairs = new Map<Indicator, Indicator>();
  const free = new Set(before);
  const pair = (old: Indicator, row: Indicator) => {
    pairs.set(row, old);
    free.delete(old);
  };
  const equal = Map.groupBy(before, cellsOf);
  for (const row of after) {
    const old = equal.get(cellsOf(row))?.shift();
    if (old) pair(old, row);
  }
  for (const signsOf of SIGNS) {
    const open = after.filter((row) => !pairs.has(row));
    const earlier = Map.groupBy(free, (row) => signsOf(row)[0] ?? '');
    const later = countSigns(open.flatMap(signsOf));
    for (const row of open) {
      const found = signsOf(row).flatMap((sign) => (later.get(sign) === 1 ? [earlier.get(sign) ?? []] : []));
      const [old, ...others] = found.flat();
      if (old && others.length === 0) pair(old, row);
    }
  }
  return pairs;
}

function cellsOf(row: Indicator): string {
  const targets = [row.annualTarget, row.periodTarget].map((target) => target && describeTarget(target));
  return JSON.stringify([formatFingerprint(fingerprintOf(row)), targets]);
}

function countSigns(signs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}
