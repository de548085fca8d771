import type { ParsedIndicator } from '../record/disclosure-schema.ts';
import { targetOf } from './target-of.ts';

/** What a sentence about a project names first: how much, how well, and whether people are content. */
const FIRST = [/数量/, /质量/, /满意度/];

/**
 * The first 数量, 质量 and 满意度 indicator of a project that have a target.
 *
 * Where a project has none of the three, its first indicator speaks for it.
 */
export function keyPromises<Indicator extends ParsedIndicator>(
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const promises = FIRST.flatMap((pattern) => {
    const isFirst = (indicator: Indicator) =>
      pattern.test(indicator.subcategory) && targetOf(indicator) !== null;
    return indicators.find(isFirst) ?? [];
  });
  return promises.length > 0 ? [...new Set(promises)] : indicators.slice(0, 1);
}
