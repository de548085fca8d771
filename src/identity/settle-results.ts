import type { ParsedResult, ParsedResultIndicator, Result } from '../record/result-schema.ts';
import { must } from '../record/must.ts';
import { bodyIdOf, resultsIdOf } from './ids.ts';
import type { Permalinks } from './permalinks.ts';
import type { Identified } from './project-trait.ts';
import { settleIds } from './settle-ids.ts';

/**
 * Gives the results of one file their lasting ids, `<year>/<file>/results/<pinyin of the name>`, and their rows their lasting
 * anchors, by the rules for projects.
 *
 * @param slug The file's part of the URL.
 */
export function settleResults(
  results: readonly ParsedResult[],
  slug: string,
  permalinks?: Permalinks,
): Result[] {
  const settled = settleIds(results.map(identify), resultsIdOf(slug), permalinks);
  return results.map((result, index) => {
    const { id, indicators } = must(settled[index]);
    const anchorsOf = (row: number) => {
      const { anchor, formerAnchors } = must(indicators[row]);
      return { anchor, formerAnchors };
    };
    return {
      id,
      bodyId: bodyIdOf(result.year, slug),
      ...result,
      indicators: result.indicators.map((indicator, row) => ({ ...indicator, ...anchorsOf(row) })),
    };
  });
}

/** What identifies a result: no figure that a correction changes often. */
export function identify(result: ParsedResult): Identified {
  const { year, name, department, spendingUnit, goals, indicators, otherFields } = result;
  return {
    ...{ year, name, department, spendingUnit, otherFields },
    ...{ type: null, level: null, period: null, budget: null },
    goals: { period: goals.expected, annual: goals.actual },
    indicators: indicators.map(identifyRow),
  };
}

/** What identifies a row: its scores and reasons are none of it. */
export function identifyRow<Row extends ParsedResultIndicator>(indicator: Row) {
  const { target, actual, ...row } = indicator;
  return { ...row, periodTarget: actual, annualTarget: target };
}
