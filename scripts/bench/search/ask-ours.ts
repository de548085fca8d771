import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { SampledQuery } from '../sample-queries.ts';
import { atPage } from './at-page.ts';
import type { SearchResult } from './search-result.ts';

/** Each query once to load what it needs and for all that it finds; then once to be timed, for the first ten results. */
export async function askOurs(
  browser: Browser,
  address: string,
  /** The folder that is served there. */
  site: string,
  queries: readonly SampledQuery[],
  /** Project numbers by the addresses of their pages. */
  numbers: ReadonlyMap<string, number>,
): Promise<SearchResult & { withFacets: number[] }> {
  const worker = readdirSync(join(site, '_astro')).find((name) => name.startsWith('search-worker'));
  if (worker === undefined) throw new Error('the site has no search worker');
  const { urls, ...times } = await atPage(browser, `${address}search/`, (page) =>
    page.evaluate(
      async ({ texts, script, all }) => {
        const thread = new Worker(script, { type: 'module' });
        let last = 0;
        const search = (text: string, limit = 10, withFacets = false) =>
          new Promise<string[]>((resolve, reject) => {
            last += 1;
            thread.onmessage = ({ data }: MessageEvent<{ answer?: { hits: { url: string }[] } }>) => {
              if (data.answer) resolve(data.answer.hits.map(({ url }) => url));
              else reject(new Error(`no answer to ${text}`));
            };
            const query = { text, filters: {}, sort: 'relevance', limit, withFacets };
            thread.postMessage({ id: last, base: `${location.origin}/pagefind/`, query });
          });
        const timed = async (text: string, withFacets: boolean) => {
          const start = performance.now();
          await search(text, 10, withFacets);
          return performance.now() - start;
        };
        const urls: string[][] = [];
        const times: number[] = [];
        const withFacets: number[] = [];
        for (const text of texts) urls.push(await search(text, all));
        for (const text of texts) times.push(await timed(text, false));
        for (const text of texts) withFacets.push(await timed(text, true));
        return { urls, times, withFacets };
      },
      { texts: queries.map(({ text }) => text), script: `/_astro/${worker}`, all: numbers.size },
    ),
  );
  return { found: urls.map((list) => list.map((url) => numbers.get(url) ?? -1)), ...times };
}
