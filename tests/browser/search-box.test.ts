/** The search box on the built site of the seven real projects, in Chromium: suggestions, keys, what it remembers. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, expect, inject, test } from 'vitest';
import { violationsOf } from '../../scripts/browser/run-axe.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const browser = await browserOfFile();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  return () => context.close();
});

const project = `${address}${body}/min-bing-shi-ye-fei/`;
const expanded = () => page.getAttribute('#q', 'aria-expanded');
const suggested = async () => {
  await page.waitForSelector('.suggestions:not([hidden]) [role=option]');
  return page.$$eval('[role=option]', (all) => all.map(({ textContent }) => textContent));
};
const chosen = () =>
  page.evaluate(() => {
    const id = document.querySelector('#q')?.getAttribute('aria-activedescendant');
    const option = id ? document.getElementById(id) : null;
    if (option && option.getAttribute('aria-selected') !== 'true') throw new Error('not selected');
    return option?.textContent ?? null;
  });

test.each(['', '2026/', `${body}/`, 'indicators/', 'guide/', 'search/', 'no-such-page/'])(
  'stands on /%s once, and loads nothing before it has the focus',
  async (path) => {
    const urls: string[] = [];
    context.on('request', (request) => urls.push(request.url()));
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    expect(await page.locator('input[type=search]:visible').count()).toBe(1);
    expect(urls.filter((url) => /pagefind|search-box|search-worker|wasm/.test(url))).toEqual([]);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    expect(await page.inputValue('#q')).toBe('');
    await expect.poll(() => urls.some((url) => url.endsWith('.pagefind'))).toBe(true);
  },
);

test('what the first search needs is asked for in two steps', async () => {
  const urls: string[] = [];
  await page.goto(project, { waitUntil: 'networkidle' });
  context.on('request', (request) => urls.push(request.url()));
  const [box, table] = [Promise.withResolvers(), Promise.withResolvers()];
  await context.route('**/search-box*.js', async (route) => {
    await box.promise;
    await route.continue();
  });
  await context.route('**/pagefind/table.json', async (route) => {
    await table.promise;
    await route.continue();
  });
  const asks = (pattern: RegExp) => expect.poll(() => urls.some((url) => pattern.test(url))).toBe(true);
  await page.focus('#q');
  await asks(/search-box/);
  await asks(/search-worker/);
  expect(urls.some((url) => url.includes('/pagefind/'))).toBe(false);
  box.resolve(undefined);
  await asks(/pagefind\/table\.json$/);
  await asks(/pagefind\.js$/);
  await asks(/\.pagefind$/);
  table.resolve(undefined);
  await page.fill('#q', '党建');
  expect(await suggested()).toHaveLength(3);
  // What was asked for ahead is the worker that runs: the browser has it in its cache, but where a test routes requests.
  expect(new Set(urls.filter((url) => url.includes('search-worker'))).size).toBe(1);
});

test('is used by keys alone', async () => {
  await page.goto(project);
  await page.keyboard.press('/');
  await page.keyboard.type('党建');
  const options = await suggested();
  expect(options).toHaveLength(3);
  expect(await expanded()).toBe('true');
  expect(await chosen()).toBeNull();
  await page.keyboard.press('ArrowDown');
  expect(await chosen()).toContain('东莞市党建工作创新大赛');
  await page.keyboard.press('ArrowDown');
  expect(await chosen()).toContain('推动党建工作情况');
  await page.keyboard.press('End');
  expect(await chosen()).toBe('全部 1 个项目');
  await page.keyboard.press('ArrowDown');
  expect(await chosen()).toBeNull();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  expect(await chosen()).toContain('东莞市党建工作创新大赛');
  await page.keyboard.press('Escape');
  expect(await expanded()).toBe('false');
  expect(await page.inputValue('#q')).toBe('党建');
  await page.keyboard.press('ArrowDown');
  await suggested();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#tui-dong-dang-jian-gong-zuo-qing-kuang$/);
  await page.waitForSelector('tr:target mark');
});

test('Enter without a choice leads to all results', async () => {
  await page.goto(project);
  await page.keyboard.press('/');
  await page.keyboard.type('满意度');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('满意度')}`);
  expect(await page.textContent('[data-search-count]')).toBe('7');
});

test('has the roles of a combobox, tells in a live region what it found, and has no violation', async () => {
  for (const path of [project, `${address}search/?q=${encodeURIComponent('满意度')}`]) {
    await page.goto(path);
    await page.keyboard.press('/');
    await page.fill('#q', '满意');
    await suggested();
    await page.keyboard.press('ArrowDown');
    const box = page.getByRole('combobox', { name: '搜索单位、项目、指标和金额' });
    expect(await box.count()).toBe(1);
    expect(await box.getAttribute('aria-autocomplete')).toBe('list');
    const controls = await box.getAttribute('aria-controls');
    expect(await page.locator(`#${controls ?? ''}`).getAttribute('role')).toBe('listbox');
    expect(await page.getByRole('listbox', { name: '搜索建议' }).count()).toBe(1);
    expect(
      await page.getByRole('listbox', { name: '搜索建议' }).getByRole('option', { selected: true }).count(),
    ).toBe(1);
    expect(await page.textContent('[data-search-form] [role=status]')).toBe('找到 7 个项目，按上下键选择。');
    expect(await violationsOf(page)).toEqual([]);
  }
});

test('searches nothing in the middle of a composition', async () => {
  await page.goto(project);
  await page.focus('#q');
  await page.waitForSelector('#q[role=combobox]');
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'dang', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.imeSetComposition', { text: '党jian', selectionStart: 5, selectionEnd: 5 });
  await page.waitForTimeout(400);
  expect(await expanded()).toBe('false');
  await session.send('Input.insertText', { text: '党建' });
  expect((await suggested())[0]).toContain('东莞市党建工作创新大赛');
});

test('an older answer never takes the place of a newer one', async () => {
  await page.goto(project);
  await page.focus('#q');
  await page.waitForSelector('#q[role=combobox]');
  // The records of the first query come late.
  let held: (() => void) | undefined;
  await page.route('**/pinyin.json*', async (route) => {
    await new Promise<void>((resolve) => (held = resolve));
    await route.continue();
  });
  await page.fill('#q', 'dangjian');
  await expect.poll(() => held !== undefined).toBe(true);
  await page.fill('#q', '民兵');
  await suggested();
  held?.();
  await page.waitForTimeout(400);
  expect((await suggested())[0]).toContain('民兵事业费');
});

test('tells while it waits, and what to try where nothing is found', async () => {
  await page.goto(project);
  const released = Promise.withResolvers<undefined>();
  await page.route('**/table.json', async (route) => {
    await released.promise;
    await route.continue();
  });
  await page.focus('#q');
  await page.fill('#q', '满意渡');
  await page.waitForSelector('text=正在查找…');
  released.resolve(undefined);
  await page.waitForSelector('.suggestions >> text=没有找到“满意渡”');
  expect(await expanded()).toBe('false');
});

test('says so where nothing of the index can be loaded', async () => {
  await page.goto(project);
  // On the page, whose requests can be stopped.
  await page.evaluate(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.focus('#q');
  await page.fill('#q', '党建');
  await page.waitForSelector('.suggestions >> text=搜索没有载入，请检查网络。按回车到搜索页再试。');
  expect(await page.textContent('[data-search-form] [role=status]')).toContain('搜索没有载入');
  expect(await expanded()).toBe('false');
});

test('keeps recent searches on this device, offers them, and forgets them when told', async () => {
  await page.goto(project);
  await page.focus('#q');
  await page.waitForSelector('#q[role=combobox]');
  await page.fill('#q', '党建');
  await page.press('#q', 'Enter');
  await page.waitForSelector('[data-search-results][aria-busy="false"]', { state: 'attached' });
  await page.goto(project);
  await page.focus('#q');
  expect(await suggested()).toEqual(['党建']);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  await page.goto(project);
  await page.focus('#q');
  await suggested();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('清除最近搜索');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => localStorage.getItem('searches'))).toBeNull();
  expect(await expanded()).toBe('false');
});

test('without script leads to a page that leads to the lists', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const opened = await plain.newPage();
  await opened.goto(project);
  await opened.fill('#q', '党建');
  await opened.press('#q', 'Enter');
  await opened.waitForURL(/\/search\/\?q=/);
  for (const href of ['/indicators/', '/2026/'])
    expect(await opened.locator(`main a[href="${href}"]`).first().isVisible()).toBe(true);
  await plain.close();
});
