/** Comparisons and long lists in Chromium: filters, order and downloads act on all rows; a phone has the first ones; large sums fit. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { generateCorpus } from '../../scripts/bench/generate-corpus.ts';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const newFolder = tempFolders();
const { content, dist, env } = openFixture(newFolder());
const browser = await browserOfFile();
const time = 'indicators/shi-xiao-zhi-biao/';
const cost = 'indicators/jing-ji-cheng-ben-zhi-biao/';
/** Projects of the one body of 2021: more than a page holds. */
const MANY = 230;
const MOST = '999,899,999,999.99';
let site: ServedSite;
let page: Page;
let rows: Record<string, string>[];

/** A small table of 2021. */
function smallTable(_: unknown, index: number): string {
  return [
    ...['## 项目绩效目标表', '', `项目名称\t巡查第${index + 1}段`, '用款单位\t青溪县河道管理所'],
    `2021年预算金额（元）\t${(index + 1) * 1000}.00`,
    ...['绩效指标\t一级指标\t二级指标\t三级指标\t指标值', '\t产出指标\t数量指标\t巡查次数\t12次', ''],
  ].join('\n');
}

beforeAll(async () => {
  generateCorpus({ projects: 250, seed: 5, out: content, bodies: 5 });
  const [file = ''] = readdirSync(join(content, 'disclosures/2026'));
  const large = join(content, 'disclosures/2026', file);
  writeFileSync(large, readFileSync(large, 'utf8').replace(/(2026年预算金额\(元\)\t+)[\d,.]+/, `$1${MOST}`));
  openFixture(join(content, '..'), {
    'disclosures/2021/hedao.md': Array.from({ length: MANY }, smallTable).join('\n'),
  });
  const built = runScript('build', ['--silent'], env);
  expect(built.stderr).toBe('');
  const csv = readFileSync(join(dist, 'indicators.csv'));
  rows = parse<Record<string, string>>(csv, { bom: true, columns: true });
  site = await serveBuiltSite(plainEnvironment(env));
  page = await browser.newPage();
  return () => site.close();
}, 300_000);
afterEach(() => page.setViewportSize({ width: 1280, height: 900 }));

const open = (path: string) => page.goto(site.address + path, { waitUntil: 'networkidle' });
const shown = () => page.locator('.compare tr[data-item]:visible');
const status = () => page.locator('list-tools [data-status]').textContent();
const timeRows = () => rows.filter((row) => row['subcategory'] === '时效指标');

describe('a comparison', () => {
  test('is filtered in all of its pages, and says how many fit', async () => {
    await open(time);
    const all = timeRows();
    expect(all.length).toBeGreaterThan(200);
    expect(await shown().count()).toBe(200);
    await page.selectOption('list-tools select[name=year]', '2025年');
    const expected = all.filter((row) => row['year'] === '2025');
    await expect.poll(status).toBe(`显示 ${expected.length} / ${all.length} 项。`);
    expect(await shown().count()).toBe(expected.length);
    expect(await page.locator('.page-numbers').isVisible()).toBe(false);
    expect(new URL(page.url()).searchParams.get('year')).toBe('2025年');
    await page.click('list-tools button');
    await expect.poll(status).toBe('');
    expect(await shown().count()).toBe(200);
  });

  test('is sorted by budget across units, largest first', async () => {
    await open(`${time}?sort=largest`);
    await expect.poll(() => page.locator('.compare.flat').count()).toBe(1);
    const sums = await shown().evaluateAll((items) => items.map((item) => Number(item.dataset['sum'])));
    const expected = timeRows()
      .map((row) => Number(row['budget_yuan']))
      .sort((a, b) => b - a);
    expect(sums).toEqual(expected.slice(0, sums.length));
    await page.click('.rest');
    expect(await shown().count()).toBe(expected.length);
  });

  test('says so where nothing fits, and takes nothing along', async () => {
    await open(time);
    const all = timeRows();
    await page.selectOption('list-tools select[name=unit]', '天');
    await page.selectOption('list-tools select[name=writing]', '只有文字');
    await expect.poll(status).toBe(`显示 0 / ${all.length} 项。`);
    expect(await page.locator('list-tools [data-nothing]').isVisible()).toBe(true);
    expect(await page.locator('take-along').isVisible()).toBe(false);
  });

  test('takes the chosen rows along as a workbook and as CSV', async () => {
    await open(`${time}?year=2024年&sort=largest`);
    const expected = timeRows().filter((row) => row['year'] === '2024');
    const save = async (kind: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`take-along [data-kind=${kind}]`),
      ]);
      expect(download.suggestedFilename()).toBe(`时效指标.${kind}`);
      return readFileSync(await download.path());
    };
    const csv = parse<Record<string, string>>(await save('csv'), { bom: true, columns: true });
    expect(csv.map((row) => row['指标值']).sort()).toEqual(
      expected.map((row) => row['annual_target']).sort(),
    );
    const book = read(await save('xlsx'));
    const cells = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
    expect(cells.map((row) => row['三级指标'])).toEqual(csv.map((row) => row['三级指标']));
    expect(cells.every((row) => row['年度'] === 2024)).toBe(true);
  });

  test('shows a phone 40 rows, then all; a link to a row shows all', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(time);
    expect(await shown().count()).toBe(40);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(12_000);
    await page.locator('.more label').click();
    expect(await shown().count()).toBe(200);
    expect(await page.locator('.more').isVisible()).toBe(false);
    const id = (await page.locator('.compare tr[data-item]').nth(150).getAttribute('id')) ?? '';
    await open('');
    await open(`${time}#${id}`);
    expect(await shown().count()).toBe(200);
    expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await open('');
    await open(time);
    expect(await shown().count()).toBe(200);
    await page.emulateMedia({ media: 'screen' });
  });

  test('has all rows of a page, and links to files, without script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(site.address + time);
    expect(await quiet.locator('.compare tr[data-item]:visible').count()).toBe(200);
    expect(await quiet.locator('list-tools').isVisible()).toBe(false);
    expect(await quiet.locator('.downloads a:visible').count()).toBe(2);
    await quiet.goto(`${site.address}indicators/name/qun-zhong-man-yi-du/`);
    const links = quiet.locator('.downloads a:visible');
    expect(await links.getAttribute('href')).toBe('/indicators/fu-wu-dui-xiang-man-yi-du/indicators.csv');
    await plain.close();
  });

  test.each(['indicators/name/qun-zhong-man-yi-du/', `${time}?year=2025年&writing=只有文字`])(
    '/%s has no violation in any mode',
    async (path) => {
      expect(await runAxe(browser, site.address + path)).toEqual({ light: [], dark: [], elder: [] });
    },
  );
});

test('a year of several pages is filtered and added up as a whole', async () => {
  await open('2021/');
  expect(await page.locator('#project-list tr[data-item]:visible').count()).toBe(200);
  await page.selectOption('list-tools select[name=budget]', '5万元以下');
  // 1,000 to 49,000 yuan; the first page holds the larger ones alone.
  await expect.poll(status).toBe(`显示 49 / ${MANY} 个项目，合计 1,225,000.00 元。`);
  expect(await page.locator('#project-list tr[data-item]:visible').count()).toBe(49);
});

test('sums up to 9,999 亿 leave no screen of 320 px in 长者模式', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  const [body = ''] = readdirSync(join(dist, '2026')).filter((name) => name.startsWith('office-0001'));
  const [project = ''] = rows
    .filter((row) => row['budget_yuan'] === '999899999999.99')
    .map((row) => row['project_id'] ?? '');
  expect(project).toContain(body);
  for (const path of ['', '2026/', `2026/${body}/`, `${project}/`, 'indicators/', cost, time, '2021/']) {
    await open(path);
    await page.check('#elder');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([path, width]).toEqual([path, 320]);
    await page.uncheck('#elder');
  }
  await open(`${project}/`);
  expect(await page.locator('.sum').textContent()).toContain('9,999.00');
  expect(await page.locator('main').textContent()).toContain('999,899,999,999.99 元'.split(' ')[0]);
});
