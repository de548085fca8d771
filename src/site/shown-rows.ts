/**
 * In: the rows of a target and of its result.
 * Out: what a page shows of each: one target or two, the actual value, and what these come to.
 */
import { compareActual, type ActualComparison } from '../display/compare-actual.ts';
import type { Outcome } from '../display/describe-outcomes.ts';
import { targetOf } from '../display/target-of.ts';
import type { AnsweredRow } from '../identity/match-rows.ts';
import type { Target } from '../record/disclosure-schema.ts';
import { toPlain } from '../table/to-plain.ts';

/** A target with where it is written. */
export interface ShownTarget {
  target: Target;
  /** In the table of targets, or repeated in that of results. */
  from: 'target' | 'result';
  line: number;
  /** Null: the two are no two quantities of one unit. */
  comparison: ActualComparison | null;
}

export interface ShownRow {
  row: AnsweredRow;
  category: string;
  subcategory: string;
  name: string;
  /** Of two, that of the table of targets first. */
  targets: readonly ShownTarget[];
  outcome: Outcome;
}

/** A target is that of the year, else that of the period. */
export function shownRows(rows: readonly AnsweredRow[]): ShownRow[] {
  return rows.map((row) => {
    const { category, subcategory, name } =
      row.indicator === null ? row.answer : (row.answer ?? row.indicator);
    const targets = targetsOf(row);
    return { row, category, subcategory, name, targets, outcome: outcomeOf(row, targets) };
  });
}

function targetsOf({ indicator, answer }: AnsweredRow): ShownTarget[] {
  const actual = answer?.actual ?? null;
  const show = (target: Target | null, from: ShownTarget['from'], line: number): ShownTarget[] =>
    target ? [{ target, from, line, comparison: compareActual(target, actual) }] : [];
  const published = indicator ? show(targetOf(indicator), 'target', indicator.line) : [];
  const repeated = answer ? show(answer.target, 'result', answer.line) : [];
  const [first] = published;
  const [second] = repeated;
  return first && second && isSame(first.target, second.target)
    ? repeated.map((each) => ({ ...each, comparison: first.comparison ?? each.comparison }))
    : [...published, ...repeated];
}

/**
 * Whether two tables say the same target. A sign or a unit that one of them leaves out makes no difference, as its form may have no
 * column for it; nor do spaces and the width of characters.
 */
export function isSame(a: Target, b: Target): boolean {
  if (toPlain(a.text) === toPlain(b.text)) return true;
  if (a.value === null || b.value === null) return false;
  return (
    Number(a.value) === Number(b.value) &&
    (a.upper === null ? b.upper === null : Number(a.upper) === Number(b.upper)) &&
    isSameOrLeftOut(a.comparator, b.comparator) &&
    isSameOrLeftOut(a.unit, b.unit)
  );
}

function isSameOrLeftOut(a: string | null, b: string | null): boolean {
  return a === b || a === null || b === null;
}

function outcomeOf({ answer }: AnsweredRow, targets: readonly ShownTarget[]): Outcome {
  if (!answer?.actual) return 'unanswered';
  if (targets.length > 1) return 'two-targets';
  const isReached = targets[0]?.comparison?.isReached ?? null;
  if (isReached === null) return 'not-compared';
  return isReached ? 'reached' : 'missed';
}
