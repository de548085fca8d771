/** Nothing moves while a page loads. */
import { describe, expect, inject, test } from 'vitest';
import { pageKinds } from '../../scripts/browser/built-pages.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const kinds = Object.entries(pageKinds(inject('dist')));
const browser = await browserOfFile();

describe.each([360, 1280])('at %i px', (width) => {
  test.each(kinds)('%s does not shift', async (_kind, path) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
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
    await page.close();
  });
});
