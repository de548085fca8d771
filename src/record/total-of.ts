import { Decimal } from 'decimal.js';
import type { ParsedProject } from './disclosure-schema.ts';

/** What some projects come to. */
export interface Sums {
  indicatorCount: number;
  /** Of their budgets, exact yuan with two places. Null: the form of none has funds. */
  yuan: string | null;
  /** How many have no budget, and are left out of the sum. */
  withoutBudget: number;
}

export function totalOf(projects: readonly ParsedProject[]): Sums {
  const budgets = projects.flatMap(({ budget }) => budget ?? []);
  const sum = budgets.reduce((total, { yuan }) => total.plus(yuan), new Decimal(0));
  return {
    indicatorCount: projects.reduce((count, { indicators }) => count + indicators.length, 0),
    yuan: budgets.length === 0 && projects.length > 0 ? null : sum.toFixed(2),
    withoutBudget: projects.length - budgets.length,
  };
}
