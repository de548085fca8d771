/** Results in Chromium: how readers come to them, and what they see of them. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { RESULTS_CONTENT } from '../helpers/results-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const PIPES = '/2025/water/results/guan-wang-yang-hu/';
const browser = await browserOfFile();
const newFolder = tempFolders();
let site: ServedSite;

beforeAll(async () => {
  const fixture = openFixture(newFolder(), { ...RESULTS_CONTENT, 'site.json': '{"name":"绩效"}' });
  const { status, stderr } = fixture.run('build');
  expect([status, stderr]).toEqual([0, '']);
  site = await serveBuiltSite({ ...process.env, ...fixture.env });
  return site.close;
});

async function open(path: string, width = 360): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(new URL(path, site.address).href);
  return page;
}

test.each([
  PIPES,
  '/2025/water/results/',
  '/2025/water/results/source/',
  '/2025/results/',
  '/2025/water/guan-wang-yang-hu/',
  '/2025/water/',
  '/2025/',
  '/',
  '/search/?q=九月补巡',
])('%s has no violations and no sideways scroll', async (path) => {
  expect(await runAxe(browser, new URL(path, site.address).href)).toEqual({ light: [], dark: [], elder: [] });
  for (const width of [320, 360, 768, 1280]) {
    const page = await open(path, width);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths[0], `${width} px`).toBe(widths[1]);
    await page.close();
  }
});

test('a reader goes from the home page to a result, and from two targets to the row of the first', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: '2025年的自评' }).click();
  await page.getByRole('link', { name: '管网养护' }).click();
  await page.getByRole('heading', { level: 1, name: '管网养护' }).waitFor();
  const row = page.locator('#xun-cha-he-dao');
  expect(await row.textContent()).toMatch(/≥10次.*≥8次.*9次.*比目标表的少 1\s次，比自评表的多 1\s次/s);
  await row.getByRole('link', { name: /^目标表/ }).click();
  await page.waitForURL(/\/2025\/water\/guan-wang-yang-hu\/#xun-cha-he-dao$/);
  expect(await page.locator('tr:target').textContent()).toContain('≥10次');
  await page.close();
});

test('on a phone nothing is labelled that is not written', async () => {
  const page = await open(PIPES);
  const labels = await page
    .locator('#shui-zhi-da-biao-lv td:visible')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-label')));
  expect(labels).toEqual(['目标', '实际完成', '自评得分']);
  await page.close();
});

test('a list shows only the projects that have results', async () => {
  const page = await open('/2025/water/', 1280);
  await page.getByLabel('自评').selectOption('有自评');
  const names = await page.locator('#project-list [data-item]:visible th').allTextContents();
  expect(names.map((name) => name.trim()).toSorted()).toEqual(['河道保洁', '管网养护']);
  await page.getByLabel('自评').selectOption('没有自评');
  expect(await page.locator('#project-list [data-item]:visible th').allTextContents()).not.toContain(
    '管网养护',
  );
  await page.close();
});

test('a project without a result says what that can mean', async () => {
  const page = await open('/2025/water/shui-zhi-jian-ce/');
  const section = page.locator('#result');
  expect(await section.textContent()).toContain('不知道这些目标完成得怎样');
  await section.getByRole('link', { name: '2025年有自评的项目' }).click();
  await page.getByRole('heading', { level: 1, name: '2025年自评' }).waitFor();
  await page.close();
});

test('search finds what a result says, leads to its row, and filters by results', async () => {
  const page = await open('/search/?q=改在九月补巡');
  const results = page.locator('[data-search-results][aria-busy="false"]');
  await results.getByRole('link', { name: '管网养护' }).waitFor();
  const found = results.locator('.found');
  expect(await found.textContent()).toMatch(/巡查河道.*八月汛期停工，改在九月补巡。.*自评：偏差原因/s);
  await found.getByRole('link').click();
  await page.waitForURL(/results\/guan-wang-yang-hu\/(?:\?.*)?#xun-cha-he-dao$/);
  expect(await page.locator('mark').first().textContent()).toContain('改在九月补巡');

  await page.goto(new URL('/search/?body=青溪县水务局&year=2025', site.address).href);
  await page.getByText('筛选和排序').first().click();
  await page.getByLabel('自评').selectOption('没有自评');
  await page.waitForURL(/result=/);
  await page.locator('[data-search-results][aria-busy="false"]').waitFor();
  const names = await page.locator('.hit h3').allTextContents();
  expect(names).not.toContain('管网养护');
  await page.getByLabel('自评').selectOption('有自评');
  await page.locator('.hit', { hasText: '管网养护' }).waitFor();
  expect(await page.locator('.hit', { hasText: '闸坝维修' }).textContent()).toContain('只有自评');
  await page.close();
});

test('where indicators are compared, what became of a target leads to its row, and is taken along', async () => {
  const page = await open('/indicators/name/ju-min-man-yi-du/');
  const link = page.getByRole('link', { name: /^自评/ });
  const said = (await link.textContent())?.replace('自评', '').trim() ?? '';
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('take-along [data-kind=csv]'),
  ]);
  const [header = '', ...rows] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  const column = header.split(',').indexOf('自评的实际完成值');
  expect(rows.map((row) => row.split(',')[column]).filter((cell) => cell !== '')).toEqual([said]);
  await link.click();
  await page.waitForURL(/\/results\/he-dao-bao-jie\/#ju-min-man-yi-du$/);
  expect(await page.locator('tr:target').textContent()).toContain(said);
  await page.close();
});
