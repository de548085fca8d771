import type { Report } from '../table/finding.ts';
import type { ParsedProject } from './disclosure-schema.ts';
import type { Places } from './places.ts';
import { costMatchesBudget } from './rules/cost-matches-budget.ts';
import { endAfterStart } from './rules/end-after-start.ts';
import { hasCategories } from './rules/has-categories.ts';
import { hasSatisfaction } from './rules/has-satisfaction.ts';
import { hasTargets } from './rules/has-targets.ts';
import { indicatorsAreUnique } from './rules/indicators-are-unique.ts';
import { knownCategory } from './rules/known-category.ts';
import { noDateSerials } from './rules/no-date-serials.ts';
import { noIdentityNumber } from './rules/no-identity-number.ts';
import { noPhoneNumber } from './rules/no-phone-number.ts';
import { noSlipsOfRecognition } from './rules/no-slips-of-recognition.ts';
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
  noPhoneNumber,
  noIdentityNumber,
  noSlipsOfRecognition,
  noDateSerials,
  hasSatisfaction,
  targetsHoldFigures,
];

/** Runs all rules; what they find is reported under the rule's id and severity. */
export function checkProject(project: ParsedProject, places: Places, report: Report): void {
  for (const { id, severity, check } of rules) {
    for (const finding of check(project, places)) report({ rule: id, severity, ...finding });
  }
}
