/** What people come for, each with at most three clicks or one query from the home page, in Chromium. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { buildFixtureOnce } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';

const browser = await browserOfFile();
const newFolder = tempFolders();
let site: ServedSite;
let page: Page;

beforeAll(async () => {
  const { env } = buildFixtureOnce(newFolder(), twoYears);
  site = await serveBuiltSite({ ...process.env, ...env });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  return () => page.close();
});

/** Opens a home page and follows links by their texts, three at most. */
async function follow(address: string, ...links: [within: string, text: string | RegExp][]): Promise<void> {
  expect(links.length).toBeLessThanOrEqual(3);
  await page.goto(address);
  for (const [within, text] of links) {
    await page.locator(within).getByRole('link', { name: text }).first().click();
    await page.waitForLoadState();
  }
}

/** Asks in the home page's field. */
async function ask(address: string, query: string): Promise<void> {
  await page.goto(address);
  await page.fill('main input[type=search]', query);
  await page.press('main input[type=search]', 'Enter');
  await page.waitForSelector('[data-search-results][aria-busy="false"]', { state: 'attached' });
}
const textsOf = (selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim()));

describe('the seven projects of the seed', () => {
  const home = inject('address');

  test('what 网站维护 costs', async () => {
    await ask(home, '网站维护');
    const [first = ''] = await textsOf('[data-search-results] li');
    expect(first).toContain('网站维护项目');
    expect(first).toContain('27,700.00');
  });

  test('the largest project and its promise', async () => {
    await page.goto(home);
    const [first = ''] = await textsOf('#projects tbody tr');
    expect(first).toContain('阳光热线工作经费');
    expect(first).toContain('回访满意度达85%以上');
    expect(first).toContain('703,644.00');
  });

  test('all 满意度, sorted by target', async () => {
    await follow(home, ['#indicators', '满意度指标'], ['main', /^服务对象满意度/]);
    const targets = await textsOf('.compare tr[data-item] .value .text');
    expect(targets).toHaveLength(7);
    expect(targets.slice(0, 4)).toEqual(['> 95%', '≥95%', '≥90%', '回访满意度达85%以上']);
  });

  test('who promised ≥95%', async () => {
    await ask(home, '≥95%');
    const [first = ''] = await textsOf('main .line');
    expect(first).toContain('≥95%');
    expect(first).toContain('网站维护项目');
  });

  test('whose a row is that somebody shared', async () => {
    await follow(home, ['#projects', '阳光热线']);
    const link = await page.locator('.indicators tbody tr[id]').first().getAttribute('id');
    await page.goto(`${page.url()}#${link ?? ''}`);
    const whose = await page.locator('tr:target .whose').textContent();
    expect(whose).toContain('中共东莞市直属机关工作委员会');
    expect(whose).toContain('阳光热线工作经费');
    expect(whose).toContain('2026年');
  });
});

describe('two bodies in two years', () => {
  test('what changed against last year, by year', async () => {
    await follow(site.address, ['#changes', /哪些变了|从合计到合计/]);
    const text = (await textsOf('main')).join('');
    expect(text).toContain('250,000.50');
    expect(text).toContain('258,000.35');
    expect(text).toContain('没有再列');
  });

  test('what changed against last year, by body', async () => {
    await follow(site.address, ['#bodies', '青溪县水务局'], ['#changes', '哪些变了']);
    const text = (await textsOf('main')).join('');
    for (const words of ['河道日常清洁', '河道保洁', '防汛物资', '闸坝维修']) expect(text).toContain(words);
    expect(text).toContain('178,000.35');
  });

  test('what changed against last year, by project, under its other name too', async () => {
    await follow(site.address, ['#bodies', '青溪县水务局'], ['#projects', '河道日常清洁']);
    const text = (await textsOf('main')).join('');
    expect(text).toContain('120,000.00');
    expect(text).toContain('100,000.00');
    expect(await page.locator('main a', { hasText: '2025年' }).first().getAttribute('href')).toBe(
      '/2025/water/he-dao-bao-jie/',
    );
  });

  test('a sheet of one indicator for one body', async () => {
    await follow(site.address, ['#indicators', '满意度指标'], ['main', /^服务对象满意度/]);
    await page.selectOption('list-tools select[name=body]', '青溪县第一中学');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('take-along [data-kind=csv]'),
    ]);
    const rows = parse<Record<string, string>>(readFileSync(await download.path()), {
      bom: true,
      columns: true,
    });
    expect(rows.map((row) => [row['年度'], row['单位'], row['三级指标'], row['指标值']])).toEqual([
      ['2026', '青溪县第一中学', '居民满意度', '≥90%'],
      ['2025', '青溪县第一中学', '居民满意度', '≥90%'],
    ]);
  });
});
