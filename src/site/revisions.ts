/** What was changed after publication, as pages and feeds show it. */
import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { toSlug } from '../identity/to-slug.ts';
import { listRevisions, type ListedRevision } from './listed-revisions.ts';
import { readResults } from './results.ts';
import { readSite } from './site.ts';

/** All revisions, newest first. Made once a build. */
export const readRevisions = onceASite(async (): Promise<ListedRevision[]> => {
  const { all, files } = await readResults();
  const results = all.map(({ result }) => result);
  return listRevisions(openedSite().revisions, { ...(await readSite()), results, files });
});

/** The revisions of each day, newest first. */
export async function revisionDays(): Promise<{ day: string; revisions: readonly ListedRevision[] }[]> {
  const days = Map.groupBy(await readRevisions(), ({ day }) => day);
  return [...days].map(([day, revisions]) => ({ day, revisions }));
}

/** Revisions by the id of their project or result, and by that of its body. */
export const revisionsById = onceASite(async () => {
  const all = await readRevisions();
  return {
    projects: Map.groupBy(all, ({ projectId }) => projectId),
    bodies: Map.groupBy(all, ({ body }) => body?.id),
  };
});

/** Revisions by the slugs of the names of their indicators. */
export const revisionsByIndicator = onceASite(async (): Promise<Map<string, ListedRevision[]>> => {
  const named = (await readRevisions()).flatMap((revision) =>
    [...new Set(revision.indicators.map(toSlug))].map((slug) => ({ slug, revision })),
  );
  const bySlug = Map.groupBy(named, ({ slug }) => slug);
  return new Map([...bySlug].map(([slug, all]) => [slug, all.map(({ revision }) => revision)]));
});
