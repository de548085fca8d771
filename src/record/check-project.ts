import type { ParsedProject } from './disclosure-schema.ts';
import type { Report } from './notices.ts';
import type { Positions } from './positions.ts';
import { costMatchesBudget } from './rules/cost-matches-budget.ts';
import { endAfterStart } from './rules/end-after-start.ts';
import { hasCategories } from './rules/has-categories.ts';
import { hasSatisfaction } from './rules/has-satisfaction.ts';
import { hasTargets } from './rules/has-targets.ts';
import { indicatorsAreUnique } from './rules/indicators-are-unique.ts';
import { knownCategory } from './rules/known-category.ts';
import { noDateSerials } from './rules/no-date-serials.ts';
import { noPersonalNumbers } from './rules/no-personal-numbers.ts';
import { ocrMisreads } from './rules/ocr-misreads.ts';
import { periodCoversYear } from './rules/period-covers-year.ts';
import type { Rule } from './rules/rule.ts';
import { sourcesAddUp } from './rules/sources-add-up.ts';
import { targetsHoldFigures } from './rules/targets-hold-figures.ts';
import { targetsShareAUnit } from './rules/targets-share-a-unit.ts';
import { yearsAgree } from './rules/years-agree.ts';

/** Every rule over a project that has been read. */
export const rules: readonly Rule[] = [
  costMatchesBudget,
  sourcesAddUp,
  targetsShareAUnit,
  periodCoversYear,
  yearsAgree,
  endAfterStart,
  hasTargets,
  knownCategory,
  indicatorsAreUnique,
  hasCategories,
  ...noPersonalNumbers,
  ocrMisreads,
  noDateSerials,
  hasSatisfaction,
  targetsHoldFigures,
];

/** Runs all rules and reports their findings. */
export function checkProject(project: ParsedProject, positions: Positions, report: Report): void {
  for (const { id, check } of rules) {
    for (const { position, message } of check(project, positions)) report(position, id, message);
  }
}
