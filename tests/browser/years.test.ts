/** Pages of changes, departments and ways of writing, in Chromium: accessible, narrow, and each count opens its rows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { buildFixtureOnce } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';

const browser = await browserOfFile();
const newFolder = tempFolders();
let site: ServedSite;

beforeAll(async () => {
  const { env } = buildFixtureOnce(newFolder(), twoYears);
  site = await serveBuiltSite({ ...process.env, ...env });
});
afterAll(() => site.close());

const paths = [
  '',
  '2026/',
  '2026/water/',
  '2026/water/changes/',
  '2026/changes/',
  '2026/changes/added/',
  '2026/changes/stay/',
  '2026/changes/renamed/',
  '2026/departments/',
  '2026/departments/qing-xi-xian-jiao-yu-ju/',
  '2026/quality/',
  '2026/quality/repeated/',
  '2026/water/quality/',
  '2026/water/he-dao-ri-chang-qing-jie/',
  'quality/',
];

test.each(paths)('/%s has no violation in any mode', async (path) => {
  expect(await runAxe(browser, `${site.address}${path}`)).toEqual({ light: [], dark: [], elder: [] });
});

test('no page scrolls sideways at 320 px, also in 长者模式', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  for (const isElder of [false, true])
    for (const path of paths) {
      await page.goto(site.address + path);
      await page.setChecked('#elder', isElder);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, isElder, width]).toEqual([path, isElder, 320]);
    }
  await page.close();
});

test('each count is a link that leaves as many rows', async () => {
  const page = await browser.newPage();
  const address = `${site.address}2026/water/quality/`;
  await page.goto(address);
  const links = await page.$$eval('#counts .n a, #by-project td a', (all) =>
    all.map((link) => [link.getAttribute('href') ?? '', Number(link.textContent)] as const),
  );
  expect(links.length).toBeGreaterThan(20);
  for (const [href, count] of links) {
    await page.goto(address + href);
    const rows = await page.$$eval(
      `.entry:has(${href}) .measured :is(.item, [data-project])`,
      (all) => all.filter((row) => (row as HTMLElement).offsetHeight > 0).length,
    );
    expect([href, rows]).toEqual([href, count]);
  }
  await page.close();
});
