import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { SampledQuery } from '../sample-queries.ts';
import { atPage } from './at-page.ts';
import type { SearchResult } from './search-result.ts';

/** Each query once to load what it needs, then once to be timed; the first ten results are ready to be shown. */
export async function askOurs(
  browser: Browser,
  address: string,
  /** The folder that is served there. */
  site: string,
  queries: readonly SampledQuery[],
): Promise<SearchResult & { withPlaces: number[] }> {
  const worker = readdirSync(join(site, '_astro')).find((name) => name.startsWith('search-worker'));
  if (worker === undefined) throw new Error('the site has no search worker');
  return atPage(browser, `${address}search/`, (page) =>
    page.evaluate(
      async ({ texts, script }) => {
        const thread = new Worker(script, { type: 'module' });
        let last = 0;
        const search = (text: string, withPlaces = false) =>
          new Promise<number[]>((resolve, reject) => {
            last += 1;
            thread.onmessage = ({ data }: MessageEvent<{ answer?: { numbers: number[] } }>) => {
              if (data.answer) resolve(data.answer.numbers);
              else reject(new Error(`no answer to ${text}`));
            };
            const query = { text, filters: {}, sort: 'relevance', limit: 10, withPlaces };
            thread.postMessage({ id: last, base: `${location.origin}/pagefind/`, query });
          });
        const found: number[][] = [];
        const times: number[] = [];
        for (const text of texts) await search(text);
        for (const text of texts) {
          const start = performance.now();
          found.push(await search(text));
          times.push(performance.now() - start);
        }
        const withPlaces: number[] = [];
        for (const text of texts) {
          const start = performance.now();
          await search(text, true);
          withPlaces.push(performance.now() - start);
        }
        return { found, times, withPlaces };
      },
      { texts: queries.map(({ text }) => text), script: `/_astro/${worker}` },
    ),
  );
}
