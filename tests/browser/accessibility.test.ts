/** axe-core on a page of each kind, at three widths, light, dark and in 长者模式. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';

declare global {
  interface Window {
    axe: { run: () => Promise<AxeResults> };
  }
}

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const paths = [
  '',
  '2026/',
  `${body}/`,
  `${body}/shi-zhi-ji-guan-gong-wei-wang-luo-an-quan-fu-wu-xiang-mu/`,
  `${body}/min-bing-shi-ye-fei/`,
  'indicators/',
  'search/',
  `search/?q=${encodeURIComponent('满意度')}`,
  `search/?q=${encodeURIComponent('满意渡')}`,
  'guide/',
  'guide/terms/',
  'guide/publish/',
  'no-such-page/',
];

describe.each(paths)('/%s', (path) => {
  test.each(['light', 'dark', 'elder'] as const)('has no violation in %s mode', async (mode) => {
    const context = await browser.newContext({
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.addInitScript(axe);
    await page.goto(`${address}${path}`);
    if (path.includes('?q=')) await page.waitForSelector('[aria-busy="false"]', { state: 'attached' });
    if (mode === 'elder') await page.check('#elder');
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await page.evaluate(() => window.axe.run());
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        `${width} px`,
      ).toEqual([]);
    }
    await context.close();
  });
});

test('长者模式 works without a script, and is remembered with one', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(address);
  const before = (await page.locator('h1').boundingBox())?.height ?? 0;
  await page.check('#elder');
  expect((await page.locator('h1 + *').boundingBox())?.height).toBeGreaterThan(0);
  expect((await page.locator('body').boundingBox())?.height).toBeGreaterThan(before);
  await plain.close();

  const scripted = await browser.newContext();
  const first = await scripted.newPage();
  await first.goto(address);
  const size = () => first.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('16px');
  await first.check('#elder');
  await first.goto(`${address}guide/`);
  expect(await size()).toBe('20px');
  expect(await first.isChecked('#elder')).toBe(true);
  await first.uncheck('#elder');
  await first.reload();
  expect(await size()).toBe('16px');
  await scripted.close();
});
