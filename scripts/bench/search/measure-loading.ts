import type { Browser, Page } from 'playwright-core';

/** What a new reader loads for something that is done on a page, and how long it takes. */
export interface Loading {
  /** Over the network, headers included. Workers count. */
  bytes: number;
  requests: number;
  /** Until it is done; the server is on this machine. */
  milliseconds: number;
}

/** Most projects have an indicator for it. */
export const FIRST_QUERY = '满意度';

/** From the moment the search box gets the focus on a loaded page to the answer. */
export function firstQuery(browser: Browser, address: string): Promise<Loading> {
  return measureLoading(browser, `${address}search/`, async (page) => {
    await page.focus('#q');
    await page.fill('#q', FIRST_QUERY);
    await page.press('#q', 'Enter');
    await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  });
}

/** In a new browser, after the page has loaded. */
export async function measureLoading(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<unknown>,
): Promise<Loading> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    const size = request.sizes().then((all) => all.responseBodySize + all.responseHeadersSize);
    sizes.push(size.catch(() => 0));
  });
  const start = performance.now();
  await act(page);
  const milliseconds = performance.now() - start;
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { bytes, requests: sizes.length, milliseconds };
}
