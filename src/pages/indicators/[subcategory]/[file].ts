/** The downloads of a comparison: its rows as a table. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey, keyOfIndicators } from '../../../site/cache-key.ts';
import { toComparison } from '../../../site/comparison.ts';
import { indicatorsBySubcategory } from '../../../site/indicator-groups.ts';
import { publishersOf, readSite } from '../../../site/site.ts';
import {
  COMPARISON_FILES,
  comparisonFile,
  type ComparisonFile,
} from '../../../downloads/comparison-files.ts';
import { publishedData } from '../../../downloads/published-data.ts';
import { must } from '../../../record/must.ts';

interface Props {
  slug: string;
  name: ComparisonFile;
}

export const getStaticPaths = (async () => {
  const site = await readSite();
  return indicatorsBySubcategory(site).flatMap(({ slug, names, entries }) => {
    const key = cacheKey(keyOfIndicators(entries), names);
    return (Object.keys(COMPARISON_FILES) as ComparisonFile[]).map((name) => ({
      params: { subcategory: slug, file: name },
      props: { slug, name },
      cacheKey: key,
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { slug, name } }) => {
  const site = await readSite();
  const { sets, context } = await publishedData();
  const { names, entries } = must(indicatorsBySubcategory(site).find((set) => set.slug === slug));
  const rows = toComparison(entries, publishersOf(site.bodies)).rows.map(({ project, indicator }) => ({
    project,
    indicator,
    source: must(must(sets.get(project.bodyId)).set.sources[0]),
  }));
  const what = { title: names.join('、'), path: `/indicators/${slug}/` };
  const { bytes, mediaType } = comparisonFile(name, rows, what, context);
  return new Response(bytes, { headers: { 'content-type': mediaType } });
};
