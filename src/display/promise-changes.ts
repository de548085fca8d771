/**
 * In: projects that two years list.
 * Out: their indicators by what became of the target.
 */
import { Decimal } from 'decimal.js';
import type { Indicator, Project, Target } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import type { ProjectPair } from '../record/project-pair.ts';
import { describeIndicatorTarget, pairIndicators, type IndicatorPair } from './pair-indicators.ts';
import { targetOf } from './target-of.ts';
import { typedValueOf } from './typed-value.ts';

/** What can become of a target, as readers call it. */
export const PROMISE_CHANGES = {
  same: '没有变',
  raised: '数提高',
  lowered: '数降低',
  rewritten: '数没变，写法变了',
  unlike: '数变了，不能比大小',
  numbered: '文字改成数',
  worded: '数改成文字',
  reworded: '文字改了',
  filled: '原来没有写，写上了',
  emptied: '原来写了，没有再写',
  added: '新列',
  ended: '没有再列',
} as const;
type PromiseChange = keyof typeof PROMISE_CHANGES;

/** An indicator of a project, in both years or in one. */
export interface ChangedPromise {
  projects: ProjectPair;
  indicators: IndicatorPair;
}

export interface PromiseChanges {
  /** Indicators that both years have. */
  both: number;
  /** In the order of {@link PROMISE_CHANGES}; those without rows are left out. */
  groups: { kind: PromiseChange; rows: ChangedPromise[] }[];
}

export function toPromiseChanges(pairs: readonly ProjectPair[]): PromiseChanges {
  const rows = pairs.flatMap((projects) =>
    pairIndicators(projects.before.indicators, projects.after.indicators).map(
      (indicators): ChangedPromise => ({ projects, indicators }),
    ),
  );
  const byKind = Map.groupBy(rows, ({ indicators }) => changeOf(indicators));
  return {
    both: rows.filter(({ indicators: { before, after } }) => before && after).length,
    groups: (Object.keys(PROMISE_CHANGES) as PromiseChange[]).flatMap((kind) => {
      const ofKind = byKind.get(kind);
      return ofKind ? [{ kind, rows: ofKind }] : [];
    }),
  };
}

/** The project and the indicator that a row leads to: those of the later year, where it has the indicator. */
export function placeOfPromise({ projects, indicators }: ChangedPromise): {
  project: Project;
  indicator: Indicator;
} {
  return indicators.after
    ? { project: projects.after, indicator: indicators.after }
    : { project: projects.before, indicator: indicators.before };
}

function changeOf({ before, after }: IndicatorPair): PromiseChange {
  if (!before) return 'added';
  if (!after) return 'ended';
  if (describeIndicatorTarget(before) === describeIndicatorTarget(after)) return 'same';
  const [old, now] = [targetOf(before), targetOf(after)];
  if (!old) return 'filled';
  if (!now) return 'emptied';
  const [isNumber, wasNumber] = [now.value !== null, old.value !== null];
  if (!wasNumber) return isNumber ? 'numbered' : 'reworded';
  if (!isNumber) return 'worded';
  return isOfYear(before) === isOfYear(after) ? compare(old, now) : 'unlike';
}

/** Whether the target is one of the year and not of the whole period. */
function isOfYear({ annualTarget }: Indicator): boolean {
  return annualTarget !== null;
}

function compare(
  old: NonNullable<Target>,
  now: NonNullable<Target>,
): 'raised' | 'lowered' | 'rewritten' | 'unlike' {
  const isRange = old.upper !== null || now.upper !== null;
  if (isRange) {
    const isSame = old.value === now.value && old.upper === now.upper && old.unit === now.unit;
    return isSame ? 'rewritten' : 'unlike';
  }
  const [from, to] = [must(typedValueOf(old)), must(typedValueOf(now))];
  if (from.unit !== to.unit) return 'unlike';
  const sign = new Decimal(to.value).comparedTo(from.value);
  return sign > 0 ? 'raised' : sign < 0 ? 'lowered' : 'rewritten';
}
