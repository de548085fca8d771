/** Pages of what was changed after publication, and of feeds, in Chromium: a content without Git, edited twice. */
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';

const WATER = 'disclosures/2026/water.md';
const PROJECT = '/2026/water/guan-wang-yang-hu/';
const browser = await browserOfFile();
const newFolder = tempFolders();
let site: ServedSite;
let day: string;

beforeAll(async () => {
  const fixture = openFixture(newFolder(), twoYears);
  expect(fixture.run('permalinks').status).toBe(0);
  const text = twoYears[WATER] ?? '';
  // A sum, a long goal, and a target of a row in each of five projects.
  const goal = `保持河道清洁，${'定期巡查，'.repeat(30)}有据可查。`;
  fixture.write({
    [WATER]: text.replace('45000.25', '46000.25').replaceAll('保持河道清洁。', goal).replaceAll('95%', '96%'),
  });
  expect(fixture.run('permalinks').status).toBe(0);
  const { status, stderr } = fixture.run('build');
  expect([status, stderr]).toEqual([0, '']);
  site = await serveBuiltSite({ ...process.env, ...fixture.env });
  day =
    /data-revision[^]*?\/changes\/(\d{4}-\d\d-\d\d)\//.exec(fixture.read('2026/water/index.html'))?.[1] ?? '';
  return site.close;
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(new URL(path, site.address).href);
  return page;
}

test.each(['/changes/', '/changes/<day>/', '/subscribe/', '/2026/water/', PROJECT, '/'])(
  '%s has no violations and no sideways scroll',
  async (path) => {
    const url = new URL(path.replace('<day>', day), site.address).href;
    expect(await runAxe(browser, url)).toEqual({ light: [], dark: [], elder: [] });
    const page = await open(url);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths[0]).toBe(widths[1]);
    await page.close();
  },
);

test('a reader goes from the home page to what was changed, and on to the row', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: /公布以后的全部 \d+ 处改动/ }).click();
  await page.getByRole('heading', { level: 1, name: '公布以后的改动' }).waitFor();
  const row = page.locator('tr', { hasText: '管网养护' }).filter({ hasText: '预算金额' });
  expect(await row.locator('td').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('45000.25'), expect.stringContaining('46000.25')]),
  );
  await page.locator('tr', { hasText: '水质达标率' }).getByRole('link').first().click();
  await page.waitForURL(/#shui-zhi-da-biao-lv$/);
  expect(await page.locator('tr:target').textContent()).toContain('96%');
  await page.close();
});

test('the address of a feed is copied whole, and is a feed', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(new URL('/2026/water/', site.address).href);
  await page.getByRole('button', { name: '复制订阅地址' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toBe(new URL('/2026/water/atom.xml', site.address).href);
  const response = await page.request.get(address);
  expect(response.headers()['content-type']).toContain('xml');
  expect(await response.text()).toContain('<feed');
  await page.getByRole('link', { name: '怎样订阅' }).click();
  await page.getByRole('heading', { level: 1, name: '订阅' }).waitFor();
  await context.close();
});
