import type { Indicator } from '../record/disclosure-schema.ts';
import { describeTarget } from './format-reading.ts';
import { targetOf } from './target-of.ts';

/** An indicator of two years, or of one of them. */
export type IndicatorPair =
  | { before: Indicator; after: Indicator }
  | { before: Indicator; after?: undefined }
  | { before?: undefined; after: Indicator };

/**
 * Which indicators of two years are the same: those whose category, subcategory and name are. Where a name has several rows, those of
 * one target belong together first, then the others in their order.
 *
 * Returns the rows of the later year, then those that only the earlier one has.
 */
export function pairIndicators(before: readonly Indicator[], after: readonly Indicator[]): IndicatorPair[] {
  const free = Map.groupBy(before, keyOf);
  const found = new Map<Indicator, Indicator>();
  const take = (indicator: Indicator, fits: (earlier: Indicator) => boolean) => {
    const rows = free.get(keyOf(indicator)) ?? [];
    const place = found.has(indicator) ? -1 : rows.findIndex(fits);
    const [match] = place < 0 ? [] : rows.splice(place, 1);
    if (match) found.set(indicator, match);
  };
  for (const indicator of after)
    take(indicator, (earlier) => describeIndicatorTarget(earlier) === describeIndicatorTarget(indicator));
  for (const indicator of after) take(indicator, () => true);
  const left = new Set([...free.values()].flat());
  return [
    ...after.map((indicator): IndicatorPair => {
      const match = found.get(indicator);
      return match ? { before: match, after: indicator } : { after: indicator };
    }),
    ...before.filter((indicator) => left.has(indicator)).map((indicator) => ({ before: indicator })),
  ];
}

/** An indicator's target as published, and how it reads. Null: none is written. */
export function describeIndicatorTarget(indicator: Indicator): string | null {
  const target = targetOf(indicator);
  return target && describeTarget(target);
}

function keyOf({ category, subcategory, name }: Indicator): string {
  return [category, subcategory, name].join('\t');
}
