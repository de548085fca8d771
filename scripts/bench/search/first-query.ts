import type { Browser } from 'playwright-core';
import { watchLoading } from './watch-loading.ts';

/** What most projects have an indicator of. */
const FIRST_QUERY = '满意度';

/** What a reader's first query costs. */
export interface FirstQuery {
  /** Over the wire. */
  bytes: number;
  requests: number;
  /** Until results stand there; the server is on this machine, so that it is the work, not the way. */
  milliseconds: number;
}

/** From the moment the box has the focus on a page that is fully loaded to the answer: what is loaded, and how long it takes. */
export async function firstQuery(browser: Browser, address: string): Promise<FirstQuery> {
  const { page, loaded } = await watchLoading(browser);
  await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
  loaded.reset();
  await page.focus('#q');
  const start = performance.now();
  await page.fill('#q', FIRST_QUERY);
  await page.press('#q', 'Enter');
  await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  const time = performance.now() - start;
  await page.waitForLoadState('networkidle');
  const figures = await loaded.figures();
  await page.context().close();
  return { ...figures, milliseconds: time };
}

/** The same for default Pagefind. */
export async function firstPlain(browser: Browser, address: string): Promise<FirstQuery> {
  const { page, loaded } = await watchLoading(browser);
  await page.goto(`${address}plain/`, { waitUntil: 'networkidle' });
  loaded.reset();
  const start = performance.now();
  await page.evaluate(
    async ({ text, script }) => {
      const engine = (await import(script)) as {
        search: (text: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
      };
      const { results } = await engine.search(text);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
    },
    { text: FIRST_QUERY, script: '/plain/pagefind/pagefind.js' },
  );
  const time = performance.now() - start;
  const figures = await loaded.figures();
  await page.context().close();
  return { ...figures, milliseconds: time };
}
