/**
 * In: the site's collections.
 * Out: its data sets and their downloads. Made once a build, so that a page and the file it links to agree.
 */
import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { readResults } from '../site/results.ts';
import { readSite } from '../site/site.ts';
import { collectData, type PublishedData } from './collect-data.ts';
import type { DataFile } from './data-file.ts';

/** All data sets, made once a build; in `astro dev` once after each change. */
export const publishedData = onceASite(async (): Promise<PublishedData> => {
  const { bodies } = await readSite();
  return collectData(openedSite(), bodies, await readResults(), import.meta.env.DEV);
});

/** The downloads of the page at `/<id>/`. */
export async function filesOf(id: string): Promise<readonly DataFile[]> {
  return (await publishedData()).sets.get(id)?.files() ?? [];
}
