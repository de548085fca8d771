/** The pages that compare indicators: their lists, and what each page depends on. */
import type { ActualValue } from './actual-values.ts';
import { cacheKey, keyOfIndicators } from './cache-key.ts';
import { toComparison } from './comparison.ts';
import { summarize } from './comparison-summary.ts';
import type { IndicatorSet } from './indicator-groups.ts';
import { listPaths } from './list-paths.ts';
import type { Site } from './site.ts';
import { publishersOf } from './site.ts';

/** The pages of several sets. @param actuals As of {@link actualValues}. @param more What else a page of the set shows: properties of all its pages. */
export function comparisonPaths<Params extends object, Props extends object>(
  site: Site,
  actuals: ReadonlyMap<string, ActualValue>,
  sets: readonly IndicatorSet[],
  toParams: (slug: string) => Params,
  more: (set: IndicatorSet) => Props,
) {
  const publishers = publishersOf(site.bodies);
  return sets.flatMap((set) => {
    const comparison = toComparison(set.entries, publishers);
    const { rows, ...rest } = comparison;
    const ofSet = new Map(
      rows.flatMap(({ href }) => {
        const actual = actuals.get(href);
        return actual ? [[href, actual] as const] : [];
      }),
    );
    const own = more(set);
    const props = { ...own, actuals: ofSet };
    const key = cacheKey(keyOfIndicators(rows), rest, set.names, own, [...ofSet]);
    return listPaths(rows, {
      params: toParams(set.slug),
      // The entries are in the rows.
      props: { ...props, slug: set.slug, names: set.names, comparison },
      key: () => key,
    }).map((path) => {
      const { page } = path.props;
      const summary = page.number > 1 ? null : summarize(comparison, new Set(page.items.map(({ id }) => id)));
      return { ...path, props: { ...path.props, summary } };
    });
  });
}
