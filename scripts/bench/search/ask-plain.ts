import type { Browser } from 'playwright-core';
import type { SampledQuery } from '../sample-queries.ts';
import { atPage } from './at-page.ts';
import type { SearchResult } from './search-result.ts';

/** Default Pagefind: which projects it finds, then how long the first ten take. */
export async function askPlain(
  browser: Browser,
  address: string,
  queries: readonly SampledQuery[],
): Promise<SearchResult> {
  return atPage(browser, `${address}plain/`, (page) =>
    page.evaluate(
      async ({ texts, script }) => {
        interface Found {
          data: () => Promise<{ url: string }>;
        }
        const engine = (await import(script)) as {
          search: (text: string) => Promise<{ results: (Found & { id: string })[] }>;
        };
        const numbers = new Map<string, number>();
        const times: number[] = [];
        const found: number[][] = [];
        for (const text of texts) {
          const { results } = await engine.search(text);
          for (const result of results) {
            if (!numbers.has(result.id)) {
              const { url } = await result.data();
              numbers.set(result.id, Number(/(\d+)\/$/.exec(url)?.[1]));
            }
          }
          found.push(results.map(({ id }) => numbers.get(id) ?? -1));
        }
        for (const text of texts) {
          const start = performance.now();
          const { results } = await engine.search(text);
          await Promise.all(results.slice(0, 10).map((result) => result.data()));
          times.push(performance.now() - start);
        }
        return { found, times };
      },
      { texts: queries.map(({ text }) => text), script: '/plain/pagefind/pagefind.js' },
    ),
  );
}
