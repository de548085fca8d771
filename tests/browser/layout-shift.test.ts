/** Nothing moves while a page loads. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { pageKinds } from '../../scripts/browser/built-pages.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const kinds = Object.entries(pageKinds(inject('dist')));
const browser = await browserOfFile();

describe.each([360, 1280])('at %i px', (width) => {
  let page: Page;

  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 800 } });
    // Each page comes as to a reader who has been on none: a late style sheet moves what is there.
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    return () => page.close();
  });

  test.each(kinds)('%s does not shift', async (_kind, path) => {
    await page.goto(`${address}${path}`);
    if (path.includes('?q=')) await page.waitForSelector('[aria-busy="false"]', { state: 'attached' });
    const shifts = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value));
          }).observe({ type: 'layout-shift', buffered: true });
          // No entry, no call.
          setTimeout(() => {
            resolve([]);
          }, 300);
        }),
    );
    expect(shifts).toEqual([]);
  });
});
