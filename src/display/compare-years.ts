import { Decimal } from 'decimal.js';
import type { Budget, Project } from '../record/disclosure-schema.ts';
import { formatYuan } from './format-yuan.ts';
import { describeIndicatorTarget, pairIndicators } from './pair-indicators.ts';

/** An indicator that differs; targets as published, with how they read. Null: none is written; undefined: it is not in that year. */
interface Change {
  label: string;
  before: string | null | undefined;
  after: string | null | undefined;
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
 */
export function compareYears(before: Project, after: Project): YearComparison {
  return {
    budget: {
      before: formatYuan(before.budget?.yuan ?? null),
      after: formatYuan(after.budget?.yuan ?? null),
      difference: describeDifference(before.budget, after.budget),
    },
    targets: pairIndicators(before.indicators, after.indicators).flatMap(({ before: old, after: now }) => {
      const change = {
        label: (now ?? old).name,
        before: old && describeIndicatorTarget(old),
        after: now && describeIndicatorTarget(now),
      };
      return change.before === change.after ? [] : [change];
    }),
  };
}

function describeDifference(before: Budget | null, after: Budget | null): string {
  if (!before || !after) return '无法比较';
  const difference = new Decimal(after.yuan).minus(before.yuan);
  if (difference.isZero()) return '没有变化';
  return `${difference.isPositive() ? '增加' : '减少'} ${formatYuan(difference.abs().toFixed(2))}`;
}
