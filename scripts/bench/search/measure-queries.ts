import type { Browser, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Numbers of the projects that contain a query, with at most `limit` results loaded. */
    findProjects: (query: string, limit: number) => Promise<number[]>;
  }
}

/** One way to search. */
export interface Engine {
  /** Of its page, without a leading slash. */
  path: string;
  /** Sets `window.findProjects`. */
  open: (page: Page) => Promise<void>;
}

export interface SearchResult {
  /** Numbers of the projects found, by query. */
  found: number[][];
  /** Milliseconds until the first ten results, by query, when everything it needs is loaded. */
  times: number[];
}

/** Each query once to load what it needs and for all that it finds; then once to be timed, for the first ten results. */
export async function measureQueries(
  browser: Browser,
  address: string,
  { path, open }: Engine,
  queries: readonly string[],
): Promise<SearchResult> {
  const page = await browser.newPage();
  await page.goto(address + path);
  await open(page);
  const result = await page.evaluate(async (texts) => {
    const found: number[][] = [];
    const times: number[] = [];
    for (const text of texts) found.push(await window.findProjects(text, 1e6));
    for (const text of texts) {
      const start = performance.now();
      await window.findProjects(text, 10);
      times.push(performance.now() - start);
    }
    return { found, times };
  }, queries);
  await page.close();
  return result;
}
