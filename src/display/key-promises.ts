import type { ParsedIndicator } from '../record/disclosure-schema.ts';
import { targetOf } from './target-of.ts';

/** What a sentence about a project names first: how much, how well, and whether people are content. */
const FIRST = [/数量/, /质量/, /满意度/];

/**
 * The first 数量, 质量 and 满意度 indicator of a project that have a target.
 *
 * Where a project has none of the three, its first indicator with a target speaks for it. Empty: none has a target.
 */
export function keyPromises<Indicator extends ParsedIndicator>(
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const promises = FIRST.flatMap((pattern) => {
    const isFirst = (indicator: Indicator) =>
      pattern.test(indicator.subcategory) && targetOf(indicator) !== null;
    return indicators.find(isFirst) ?? [];
  });
  if (promises.length > 0) return [...new Set(promises)];
  return indicators.filter((indicator) => targetOf(indicator) !== null).slice(0, 1);
}
