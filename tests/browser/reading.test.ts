/** What a reader does on the built site of the seven real projects, in Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const browser = await browserOfFile();
let page: Page;
/** Every request of every page, and each message on the console of the last. */
const requests: string[] = [];
let messages: string[];

beforeEach(async () => {
  page = await open({});
  return () => page.context().close();
});
afterAll(() => {
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext(options);
  const opened = await context.newPage();
  messages = [];
  opened.on('request', (request) => requests.push(request.url()));
  opened.on('console', (message) => messages.push(message.text()));
  opened.on('pageerror', (error) => messages.push(error.message));
  return opened;
}

/** Addresses of the results once the answer to what was searched stands. */
async function results(): Promise<string[]> {
  await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  return page.$$eval('[data-search-results] li', (items) =>
    items.map((item) => {
      const links = item.querySelectorAll('a[href]');
      if (links.length !== 1) throw new Error(`a result has ${links.length} links`);
      return links[0]?.getAttribute('href') ?? '';
    }),
  );
}

test('leads from the home page to a project by clicks', async () => {
  await page.goto(address);
  expect(await page.textContent('main')).toContain('7 个项目');
  expect((await page.textContent('main'))?.replaceAll(/\s/g, '')).toContain('1,359,014.00元');
  await page.click('text=中共东莞市直属机关工作委员会');
  await page.click('text=民兵事业费');
  expect(new URL(page.url()).pathname).toBe(`/${body}/min-bing-shi-ye-fei/`);
  expect(await page.textContent('h1')).toBe('民兵事业费');
  expect(await page.getAttribute('main', 'data-project-id')).toBe(`${body}/min-bing-shi-ye-fei`);
  expect(messages).toEqual([]);
});

test('finds a project by its name from the home page', async () => {
  await page.goto(address);
  await page.fill('#q', '民兵事业费');
  await page.press('#q', 'Enter');
  expect(await results()).toContain(`/${body}/min-bing-shi-ye-fei/`);
  expect(await page.textContent('[data-search-count]')).toBe('1');
  expect(messages).toEqual([]);
});

test('finds an indicator and lands on its row', async () => {
  await page.goto(`${address}search/?q=${encodeURIComponent('参训率')}`);
  const [, row = ''] = await results();
  expect(row).toBe(`/${body}/min-bing-shi-ye-fei/#min-bing-can-xun-lv`);
  await page.click(`[data-search-results] a[href="${row}"]`);
  await page.waitForSelector('tr[data-indicator]:target');
  expect(await page.textContent('tr:target')).toContain('民兵参训率');
});

test.each([
  ['满意度', 7],
  ['27,700', 1],
  ['２.７７万', 1],
  ['95%', 2],
  ['阳光热线', 1],
])('finds %s in %i projects', async (query, count) => {
  await page.goto(`${address}search/?q=${encodeURIComponent(query)}`);
  await page.waitForSelector('[data-search-results][aria-busy="false"]', { state: 'attached' });
  expect(await page.textContent('[data-search-count]')).toBe(String(count));
});

test('says that nothing is found, and keeps the query', async () => {
  await page.goto(`${address}search/?q=${encodeURIComponent('满意渡')}`);
  await page.waitForSelector('[data-search-results][aria-busy="false"]', { state: 'attached' });
  expect(await page.textContent('[data-search-count]')).toBe('0');
  expect(await page.textContent('main')).toContain('没有找到');
  expect(await page.inputValue('#q')).toBe('满意渡');
});

test('an indicator can be linked to', async () => {
  await page.goto(`${address}${body}/min-bing-shi-ye-fei/#min-bing-ren-shu`);
  expect(await page.textContent('tr[data-indicator]:target')).toContain('约100人');
});

test.each([1280, 360])(
  'at %i px a click on an indicator lights its row and offers its link',
  async (width) => {
    page = await open({
      viewport: { width, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(`${address}${body}/min-bing-shi-ye-fei/`);
    const row = page.locator('#min-bing-ren-shu');
    const copy = row.getByText('复制链接', { exact: true });
    expect(await copy.isVisible()).toBe(false);
    await row.getByRole('link', { name: '民兵人数', exact: true }).click();
    expect(await page.locator('tr:target').getAttribute('id')).toBe('min-bing-ren-shu');
    await copy.click();
    await row.getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${address}${body}/min-bing-shi-ye-fei/#min-bing-ren-shu`,
    );
    expect(messages).toEqual([]);
  },
);

describe('without JavaScript', () => {
  test('every page is complete, and the search leads on', async () => {
    page = await open({ javaScriptEnabled: false });
    await page.goto(`${address}${body}/min-bing-shi-ye-fei/`);
    expect(await page.locator('tr[data-indicator]').count()).toBe(6);
    expect(await page.textContent('#source')).toContain('8.3370万元');
    await page.goto(`${address}search/?q=x`);
    expect(await page.locator('main a[href="/indicators/"]').first().isVisible()).toBe(true);
    await page.goto(`${address}indicators/`);
    expect(await page.locator('main a[href*="#"]').count()).toBeGreaterThanOrEqual(45);
  });
});

describe('on a narrow screen', () => {
  test.each([
    '',
    '2026/',
    `${body}/`,
    `${body}/min-bing-shi-ye-fei/`,
    'indicators/',
    'search/?q=95%25',
    'guide/',
    'guide/english/',
    'no-such-page/',
  ])('/%s does not scroll sideways at 360 and 320 px', async (path) => {
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`${address}${path}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${width} px`).toBe(0);
    }
  });
});
