/** Without JavaScript every page says and links what it says and links with it. */
import { expect, inject, test } from 'vitest';
import { builtPages } from '../../scripts/browser/built-pages.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const pages = builtPages(inject('dist')).filter((path) => !path.startsWith('indicators/name/'));
const browser = await browserOfFile();

test('every page holds the same cells and links, and what is for scripts alone is not seen', async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const scripted = await (await browser.newContext()).newPage();
  for (const path of pages) {
    for (const page of [plain, scripted]) await page.goto(`${address}${path}`);
    const [without, withScript] = await Promise.all(
      [plain, scripted].map(async (page) => ({
        cells: await page.locator('main').locator('th, td, dt, dd, li, h1, h3').allTextContents(),
        links: await page
          .locator('a[href]')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      })),
    );
    expect(without, path).toEqual(withScript);
    expect(await plain.locator('button:visible, select:visible').allTextContents(), path).toEqual(
      await plain.locator('form[role=search] button').allTextContents(),
    );
  }
}, 120_000);

test('an explanation opens, and a download is a file', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${address}2026/dongguan-zhishu-jiguan-gongwei/min-bing-shi-ye-fei/`);
  await page.click('#indicators summary >> nth=0');
  expect(await page.isVisible('#indicators details[open] p')).toBe(true);
  for (const link of await page.locator('.downloads a').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    expect(href.startsWith('/')).toBe(true);
    const response = await page.request.get(new URL(href, address).href);
    expect(response.status()).toBe(200);
    expect((await response.body()).length).toBeGreaterThan(0);
  }
});
