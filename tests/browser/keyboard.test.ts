/** The keyboard alone reaches everything, in order, and what has the focus is seen to have it. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, inject, test } from 'vitest';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const browser = await browserOfFile();
let page: Page;

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  return () => page.close();
});

/** Marks everything that can be used, in the order of the page, and says how many there are. */
function countUsable(): Promise<number> {
  return page.evaluate(() => {
    const usable = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')];
    const shown = usable.filter((element) => element.getClientRects().length > 0);
    for (const [index, element] of shown.entries()) element.dataset['order'] = String(index);
    return shown.length;
  });
}

/** What has the focus: its mark, and whether it can be seen to have it. */
function focused(): Promise<{ order: string | undefined; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      order: element.dataset['order'],
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

test.each([
  '',
  `${body}/`,
  `${body}/min-bing-shi-ye-fei/`,
  'indicators/',
  'search/',
  'check/',
  'guide/terms/',
])('Tab walks all of /%s in the order of the page', async (path) => {
  await page.goto(`${address}${path}`);
  const count = await countUsable();
  const walked: number[] = [];
  const unseen: number[] = [];
  // A row that has the focus offers a button more.
  for (let step = 0; step < count * 2 && walked.at(-1) !== count - 1; step += 1) {
    await page.keyboard.press('Tab');
    const { order, isSeen } = await focused();
    if (order === undefined) continue;
    walked.push(Number(order));
    if (!isSeen) unseen.push(Number(order));
  }
  expect(walked).toEqual(Array.from({ length: count }, (_, index) => index));
  expect(unseen).toEqual([]);
});

test('the first Tab offers to skip to the text', async () => {
  await page.goto(`${address}${body}/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('a word is explained, 长者模式 chosen, and a row linked to, by keys', async () => {
  await page.goto(`${address}${body}/min-bing-shi-ye-fei/`);
  await page.focus('#fields summary');
  await page.keyboard.press('Enter');
  expect(await page.isVisible('#fields details p')).toBe(true);

  await page.focus('#elder');
  await page.keyboard.press('Space');
  expect(await page.getAttribute('html', 'data-mode')).toBe('elder');

  await page.focus('#min-bing-ren-shu th a');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#min-bing-ren-shu');
  // The row that was chosen is where Tab goes on: its explanation, its name, its line, its button.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    '复制链接：民兵人数',
  );
});

test('a list is filtered and set back by keys, and the address keeps the choice', async () => {
  await page.goto(`${address}${body}/`);
  await page.focus('select[name=type]');
  await page.keyboard.press('ArrowDown');
  expect(new URL(page.url()).searchParams.get('type')).toBeTruthy();
  expect(await page.locator('#project-list [data-item]:visible').count()).toBeLessThan(7);
  expect(await page.textContent('[data-status]')).toMatch(/^显示 \d \/ 7 个项目，合计 [\d,]+\.\d\d 元。$/);
  await page.focus('.filters button');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).search).toBe('');
  expect(await page.locator('#project-list [data-item]:visible').count()).toBe(7);
});
