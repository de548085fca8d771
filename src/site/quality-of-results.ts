/** How results go with the targets, and whether their scores add up, by year. */
import { isWithin } from '../record/is-within.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import type { AnsweredResult, ResultYear } from './results.ts';
import { shownRows } from './shown-rows.ts';

/** Counts of the results of one year. */
export interface ResultQuality {
  year: number;
  results: number;
  /** Those that answer a published project. */
  joined: number;
  /** Those that answer none, or may answer several. */
  apart: number;
  /** Those that repeat at least one target otherwise than it was published. */
  differing: number;
  /** Those whose scores or weights don't add up. */
  unbalanced: number;
}

const OF_SCORES: readonly RuleId[] = ['result/scores-differ', 'result/weights-not-100'];

export function qualityOfResults(years: readonly ResultYear[]): ResultQuality[] {
  return years.map(({ year, results }) => {
    const count = (is: (answered: AnsweredResult) => boolean) => results.filter(is).length;
    return {
      year,
      results: results.length,
      joined: count(({ project }) => project !== null),
      apart: count(({ project }) => project === null),
      differing: count(({ rows }) => shownRows(rows).some(({ targets }) => targets.length > 1)),
      unbalanced: count(isUnbalanced),
    };
  });
}

function isUnbalanced({ result, file }: AnsweredResult): boolean {
  const rules: readonly string[] = OF_SCORES;
  return file.entry.notices.some(({ rule, line }) => rules.includes(rule) && isWithin(result, line));
}
