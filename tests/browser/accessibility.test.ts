/** axe-core on a page of each kind, at three widths, light, dark and in 长者模式. */
import { expect, inject, test } from 'vitest';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const browser = await browserOfFile();

const paths = [
  '',
  '2026/',
  `${body}/`,
  `${body}/shi-zhi-ji-guan-gong-wei-wang-luo-an-quan-fu-wu-xiang-mu/`,
  `${body}/min-bing-shi-ye-fei/`,
  `${body}/quality/`,
  '2026/quality/',
  'quality/',
  'indicators/',
  'check/',
  'search/',
  `search/?q=${encodeURIComponent('满意度')}`,
  `search/?q=${encodeURIComponent('满意渡')}`,
  'guide/',
  'guide/terms/',
  'guide/english/',
  'guide/publish/',
  'guide/commands/',
  'no-such-page/',
];

test.each(paths)('/%s has no violation in any mode', async (path) => {
  expect(await runAxe(browser, `${address}${path}`)).toEqual({ light: [], dark: [], elder: [] });
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
