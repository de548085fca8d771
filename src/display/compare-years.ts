import { Decimal } from 'decimal.js';
import type { Budget, ParsedIndicator, Project } from '../record/disclosure-schema.ts';
import { describeTarget } from './format-reading.ts';
import { formatYuan } from './format-yuan.ts';
import { targetOf } from './target-of.ts';
import { must } from '../record/must.ts';

/** One thing that differs between two years of a project; texts as published, with how they read. Null: it was not there. */
interface Change {
  label: string;
  before: string | null;
  after: string | null;
}

/** A project's two years side by side. */
export interface YearComparison {
  /** Budgets with their unit, and by how much they differ. */
  budget: { before: string; after: string; difference: string };
  /** Targets that differ, and indicators that are new or gone. */
  targets: Change[];
}

/**
 * What changed from one year's table of a project to another's: the budget, and each target of the year.
 *
 * Indicators are the same where category, subcategory and name are.
 */
export function compareYears(before: Project, after: Project): YearComparison {
  const earlier = new Map(before.indicators.map((indicator) => [keyOf(indicator), indicator]));
  const later = new Map(after.indicators.map((indicator) => [keyOf(indicator), indicator]));
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  return {
    budget: {
      before: formatYuan(before.budget?.yuan ?? null),
      after: formatYuan(after.budget?.yuan ?? null),
      difference: describeDifference(before.budget, after.budget),
    },
    targets: [...keys].flatMap((key) => {
      const old = earlier.get(key);
      const now = later.get(key);
      const change = { label: must(now ?? old).name, before: valueOf(old), after: valueOf(now) };
      return change.before === change.after ? [] : [change];
    }),
  };
}

function keyOf({ category, subcategory, name }: ParsedIndicator): string {
  return [category, subcategory, name].join('\t');
}

function valueOf(indicator: ParsedIndicator | undefined): string | null {
  const target = indicator && targetOf(indicator);
  return target ? describeTarget(target) : null;
}

function describeDifference(before: Budget | null, after: Budget | null): string {
  if (!before || !after) return '无法比较';
  const difference = new Decimal(after.yuan).minus(before.yuan);
  if (difference.isZero()) return '没有变化';
  return `${difference.isPositive() ? '增加' : '减少'} ${formatYuan(difference.abs().toFixed(2))}`;
}
