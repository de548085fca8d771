import { Decimal } from 'decimal.js';
import type { Project } from './disclosure-schema.ts';

/** The sum of some projects' budgets, exact yuan with two places, and how many indicators they have. */
export function totalOf(projects: readonly Project[]): { indicatorCount: number; yuan: string } {
  return {
    indicatorCount: projects.reduce((count, { indicators }) => count + indicators.length, 0),
    yuan: projects.reduce((sum, { budget }) => sum.plus(budget.yuan), new Decimal(0)).toFixed(2),
  };
}
