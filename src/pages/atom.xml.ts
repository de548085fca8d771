import type { APIRoute } from 'astro';
import { openedSite } from '../astro-internals/opened-site.ts';
import { updatedAt } from '../content/updated-at.ts';
import { publishedData } from '../downloads/published-data.ts';
import { feedEntries } from '../metadata/feed-entries.ts';
import { toAtom } from '../metadata/to-atom.ts';

export const GET: APIRoute = async () => {
  const { sets, context } = await publishedData();
  const { history, identity } = openedSite();
  const entries = [...sets.values()]
    .filter(({ set }) => set.kind === 'body')
    .flatMap(({ set }) => {
      const [source] = set.sources;
      return feedEntries(set, source ? updatedAt(source, history) : null);
    });
  const title = [identity.name, identity.tagline].filter((part) => part !== undefined).join(' · ');
  const feed = toAtom({ title, url: context.url }, entries);
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
