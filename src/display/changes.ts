/**
 * In: the projects of two years, and which of them are the same.
 * Out: what came, what is no longer listed, what stayed, and how both totals reconcile.
 */
import { Decimal } from 'decimal.js';
import type { Project } from '../record/disclosure-schema.ts';
import type { ProjectPair } from '../record/project-pair.ts';
import { totalOf, type Sums } from '../record/total-of.ts';

/** The projects of one year, and what they come to. */
interface YearTotal extends Sums {
  year: number;
  count: number;
}

/** A line of the way from one total to the other. */
export interface LedgerLine {
  kind: 'ended' | 'added' | 'raised' | 'lowered' | 'same' | 'unknown';
  /** Projects; of those that stay they change no total. */
  count: number;
  /** What the line adds to the sum, exact yuan with two places: `-9190000.00`. */
  yuan: string;
}

/** One project that makes the sum larger or smaller. */
export interface Change {
  /** Undefined: it is not in that year. */
  before?: Project;
  after?: Project;
  /** Exact yuan with two places; null: one of the years has no budget for it. */
  yuan: string | null;
}

export interface Changes {
  before: YearTotal;
  after: YearTotal;
  /** Of the later year, largest first. */
  added: Project[];
  /** Of the earlier year, largest first. */
  ended: Project[];
  /** The largest difference first, those that can't be compared last. */
  stay: (ProjectPair & { yuan: string | null })[];
  /** Pairs whose name is another one. */
  renamed: ProjectPair[];
  /** From the first total to the second; lines of no project are left out. */
  lines: LedgerLine[];
  /** All differences of budgets, the largest first. */
  largest: Change[];
}

/** @param pairs By the id of the later project; those with other projects than the earlier ones count as none. */
export function toChanges(
  before: readonly Project[],
  after: readonly Project[],
  pairs: ReadonlyMap<string, ProjectPair>,
  [year, next]: readonly [number, number],
): Changes {
  const earlier = new Set(before);
  const stay = after
    .flatMap((project) => pairs.get(project.id) ?? [])
    .filter((pair) => earlier.has(pair.before))
    .map((pair) => ({ ...pair, yuan: differenceOf(pair) }))
    .sort(byDifference);
  const [stayed, continued] = [
    new Set(stay.map((pair) => pair.before)),
    new Set(stay.map((pair) => pair.after)),
  ];
  const added = after.filter((project) => !continued.has(project));
  const ended = before.filter((project) => !stayed.has(project));
  const ofSign = (sign: number) => stay.filter(({ yuan }) => yuan !== null && signOf(yuan) === sign);
  const line = (kind: LedgerLine['kind'], count: number, yuan: Decimal): LedgerLine => ({
    ...{ kind, count, yuan: yuan.toFixed(2) },
  });
  const pairLine = (kind: LedgerLine['kind'], of: readonly ProjectPair[]) =>
    line(kind, of.length, sumOf(of.map((pair) => pair.after)).minus(sumOf(of.map((pair) => pair.before))));
  return {
    before: { year, count: before.length, ...totalOf(before) },
    after: { year: next, count: after.length, ...totalOf(after) },
    ...{ added, ended, stay },
    renamed: stay.filter((pair) => pair.before.name !== pair.after.name),
    lines: [
      line('ended', ended.length, sumOf(ended).negated()),
      line('added', added.length, sumOf(added)),
      pairLine('raised', ofSign(1)),
      pairLine('lowered', ofSign(-1)),
      pairLine('same', ofSign(0)),
      pairLine(
        'unknown',
        stay.filter(({ yuan }) => yuan === null),
      ),
    ].filter(({ count }) => count > 0),
    largest: [
      ...stay.filter(({ yuan }) => yuan !== null && signOf(yuan) !== 0),
      ...added.map((project): Change => ({ after: project, yuan: project.budget?.yuan ?? null })),
      ...ended.map((project): Change => ({ before: project, yuan: negate(project.budget?.yuan ?? null) })),
    ]
      .filter(({ yuan }) => yuan !== null)
      .sort(byDifference),
  };
}

function sumOf(projects: readonly Project[]): Decimal {
  return projects.reduce((sum, { budget }) => sum.plus(budget?.yuan ?? 0), new Decimal(0));
}

function differenceOf({ before, after }: ProjectPair): string | null {
  if (!before.budget || !after.budget) return null;
  return new Decimal(after.budget.yuan).minus(before.budget.yuan).toFixed(2);
}

function negate(yuan: string | null): string | null {
  return yuan === null ? null : new Decimal(yuan).negated().toFixed(2);
}

/** 1, 0 or -1. */
export function signOf(yuan: string): number {
  return new Decimal(yuan).comparedTo(0);
}

/** The larger difference first, without its sign; null last; equal ones stay in their order. */
function byDifference(a: { yuan: string | null }, b: { yuan: string | null }): number {
  const size = ({ yuan }: { yuan: string | null }) =>
    yuan === null ? new Decimal(-1) : new Decimal(yuan).abs();
  return size(b).comparedTo(size(a));
}
