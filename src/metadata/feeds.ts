/** The feeds of the site: of all of it, of each body through the years, of each name of an indicator. */
import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { publishedData } from '../downloads/published-data.ts';
import type { DataSource } from '../downloads/data-set.ts';
import { must } from '../record/must.ts';
import { cacheKey, keyOfBody, keyOfIndicators } from '../site/cache-key.ts';
import { indicatorsByName } from '../site/indicator-groups.ts';
import { readHistory } from '../site/read-history.ts';
import { keyOfRevisions } from '../site/listed-revisions.ts';
import { readRevisions, revisionsByIndicator } from '../site/revisions.ts';
import { readSite, type BodyYear, type IndicatorEntry } from '../site/site.ts';
import { feedEntries, revisionEntry, type FeedEntry } from './feed-entries.ts';
import { toAtom } from './to-atom.ts';

/** The entries of one body's disclosure, without its changes. */
const entriesByBody = onceASite(async () => {
  const { sets } = await publishedData();
  const { firstPublished } = openedSite();
  const ofBodies = [...sets.values()].filter(({ set }) => set.kind === 'body');
  return new Map(
    ofBodies.map(({ set }) => [set.id, feedEntries(set, publishedAt(must(set.sources[0]), firstPublished))]),
  );
});

/** When a disclosure was published: its day, else that of its first version, else that of its import. Null: there is none. */
function publishedAt(
  { path, publication: { published, imported } }: Pick<DataSource, 'path' | 'publication'>,
  firstPublished: ReadonlyMap<string, string>,
): string | null {
  const toDate = (day: string) => `${day}T00:00:00.000Z`;
  if (published !== undefined) return toDate(published);
  return firstPublished.get(path) ?? (imported === undefined ? null : toDate(imported));
}

/** The feed of the whole site. */
export async function siteFeed(): Promise<Response> {
  const { name, tagline } = openedSite().identity;
  const title = [name, tagline].filter((part) => part !== undefined).join(' · ');
  const disclosures = [...(await entriesByBody()).values()].flat();
  return toResponse('/atom.xml', title, [...disclosures, ...(await readRevisions()).map(revisionEntry)]);
}

/** The feeds of bodies: each has what the body published in all years. */
export const bodyFeeds = onceASite(async () => {
  const { bodies } = await readSite();
  const years = sameBodies(bodies, (await readHistory()).previous);
  const entries = await entriesByBody();
  const { firstPublished } = openedSite();
  const revisions = Map.groupBy(await readRevisions(), ({ body }) => body?.id);
  return bodies.map((body) => {
    const all = must(years.get(body.id));
    const own = all.flatMap(({ id }) => revisions.get(id) ?? []);
    return {
      id: body.id,
      key: cacheKey(all.map(keyOfBody), days(all, firstPublished), keyOfRevisions(own)),
      response: () =>
        toResponse(`/${body.id}/atom.xml`, `${body.entry.publisher}：绩效目标的公布和改动`, [
          ...all.flatMap(({ id }) => entries.get(id) ?? []),
          ...own.map(revisionEntry),
        ]),
    };
  });
});

/** The feeds of names of indicators: who published one, and what was changed of it. */
export const indicatorFeeds = onceASite(async () => {
  const site = await readSite();
  const bodies = new Map(site.bodies.map((body) => [body.id, body]));
  const { firstPublished } = openedSite();
  const changed = await revisionsByIndicator();
  return indicatorsByName(site).map(({ slug, names, entries }) => {
    const revisions = changed.get(slug) ?? [];
    const path = `/indicators/name/${slug}/`;
    const byBody = Map.groupBy(entries, ({ project }) => project.bodyId);
    const toEntry = ([id, ofBody]: [string, IndicatorEntry[]]): FeedEntry => {
      const { entry } = must(bodies.get(id));
      return {
        id: `${path}#${id}`,
        path: must(ofBody[0]).href,
        title: `${entry.publisher}${entry.year}年的指标“${names[0] ?? ''}”`,
        updated: publishedAt(entry, firstPublished),
        text: `${entry.publisher}公开 ${ofBody.length} 项：${ofBody.map(({ project }) => project.name).join('、')}`,
        authors: [entry.publisher],
      };
    };
    const published = [...byBody.keys()].map((id) => must(bodies.get(id)));
    return {
      slug,
      key: cacheKey(
        keyOfIndicators(entries),
        names,
        keyOfRevisions(revisions),
        published.map(keyOfBody),
        days(published, firstPublished),
      ),
      response: () =>
        toResponse(`${path}atom.xml`, `指标“${names.join('、')}”：公布和改动`, [
          ...[...byBody].map(toEntry),
          ...revisions.map(revisionEntry),
        ]),
    };
  });
});

/** When disclosures were published, which their text does not say. */
function days(bodies: readonly BodyYear[], firstPublished: ReadonlyMap<string, string>): (string | null)[] {
  return bodies.map(({ entry }) => publishedAt(entry, firstPublished));
}

/** All disclosures of the same body, by the id of each. */
function sameBodies(
  bodies: readonly BodyYear[],
  previous: ReadonlyMap<string, BodyYear>,
): Map<string, BodyYear[]> {
  const groups = new Map<string, BodyYear[]>();
  // Oldest first, so that the group of an earlier year is there.
  for (const body of bodies.toReversed()) {
    const group = groups.get(previous.get(body.id)?.id ?? '') ?? [];
    group.push(body);
    groups.set(body.id, group);
  }
  return groups;
}

function toResponse(path: string, title: string, entries: readonly FeedEntry[]): Response {
  const { url } = openedSite().identity;
  const feed = toAtom({ path, title, url: url?.replace(/\/$/, '') }, entries);
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
