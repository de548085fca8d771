import type { Browser } from 'playwright-core';

/** Queries that are typed, key by key, while the page is watched for pauses. */
export const TYPED = ['满意度', '2026年', '95%', '工作经费'];

/** Milliseconds of the longest task of the page while a reader types; 0 where none is above 50. */
export async function measureTyping(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const seen = window as unknown as { pauses: number[] };
    seen.pauses = [];
    new PerformanceObserver((list) => {
      seen.pauses.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  for (const text of TYPED) {
    await page.fill('#q', '');
    await page.locator('#q').pressSequentially(text, { delay: 90 });
    await page.waitForSelector('.suggestions:not([hidden]) [role=option]');
    await page.press('#q', 'Enter');
    await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  }
  const pauses = await page.evaluate(() => (window as unknown as { pauses: number[] }).pauses);
  await page.close();
  return Math.round(Math.max(0, ...pauses));
}
