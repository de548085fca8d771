import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { firstQuery, type FirstQuery } from '../search/first-query.ts';
import { serveFolders } from '../serve-folders.ts';

/** First queries of fresh readers of a built site, in Chromium; none where it does not start, which is told. */
export async function measureReader(site: string, times: number): Promise<FirstQuery[]> {
  const browser = await startBrowser();
  if (!browser) return [];
  const server = await serveFolders([['/', site]]);
  try {
    const queries: FirstQuery[] = [];
    for (let time = 0; time < times; time += 1) queries.push(await firstQuery(browser, server.address));
    return queries;
  } finally {
    await browser.close();
    server.close();
  }
}

async function startBrowser(): Promise<Browser | null> {
  try {
    return await openBrowser();
  } catch {
    console.error('Chromium does not start (apt-get install chromium): first queries are not measured');
    return null;
  }
}
