/** 工作台 in Chromium: look at the pages first, publish them, take them back; with the mouse or the keyboard alone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MODES, violationsOf } from '../../scripts/browser/run-axe.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { driveDesk, type DrivenDesk } from '../helpers/drive-desk.ts';
import { layouts } from '../helpers/layouts.ts';
import { toWorkbook } from '../helpers/office-files.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const browser = await browserOfFile();
const folder = tempFolders()();
const out = join(folder, 'out');
let desk: DrivenDesk;
let page: Page;
const complaints: string[] = [];
/** Milliseconds: a build on a busy machine. */
const BUILD = 240_000;
const heading = () => page.textContent('h1');

beforeAll(async () => {
  desk = await driveDesk(folder);
  // Axe brings its own script.
  page = await (await browser.newContext({ bypassCSP: true })).newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterAll(() => desk.close());

/** Chooses the workbook of a form. */
async function choose(id: 'A' | 'B', name: string): Promise<void> {
  const tables = layouts.find((layout) => layout.id === id)?.tables ?? [];
  await page.goto(desk.address);
  await page.setInputFiles('#file', {
    name,
    mimeType: 'application/octet-stream',
    buffer: toWorkbook(tables),
  });
  await page.waitForURL(/\/read\//);
}

/** The violations of a page at three widths, in all modes; and whether it moves sideways. */
async function expectGood(): Promise<void> {
  const faults: string[] = [];
  for (const mode of MODES) {
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
    // A dialog may lie over it.
    await page.locator('#elder').evaluate((box: HTMLInputElement, isElder) => {
      box.checked = isElder;
    }, mode === 'elder');
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await violationsOf(page)).map((text) => `${mode} ${width}: ${text}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${mode} ${width}: ${wide} px too wide`);
    }
  }
  expect(faults).toEqual([]);
  // What can be clicked is large enough to be touched.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main button, main a.button, main a.link')].flatMap((element) => {
      const { height } = element.getBoundingClientRect();
      return height > 0 && height < 43.5 ? [`${element.textContent} ${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
}

test(
  'the pages are looked at before anybody else can: another tab, with its styles and its search',
  async () => {
    await choose('A', '云州市水务局2026年项目绩效目标表.xlsx');
    await page.click('button:text-is("先看网页")');
    await page.waitForSelector('h1:text-is("做好了，还没有公开")', { timeout: BUILD });
    await expectGood();
    expect(existsSync(out)).toBe(false);
    const [site] = await Promise.all([page.waitForEvent('popup'), page.click('a:text-is("先看网页")')]);
    await site.waitForLoadState();
    expect(new URL(site.url()).origin).not.toBe(new URL(desk.address).origin);
    expect(await site.textContent('main')).toContain('河湖保洁和水草打捞经费');
    const { width } = (await site.locator('.brand').boundingBox()) ?? { width: 0 };
    expect(width).toBeLessThan(400);
    await site.close();
  },
  BUILD,
);

test(
  'one click publishes what was seen, and the next file is the second state',
  async () => {
    await page.click('button:text-is("公开")');
    await page.waitForSelector('text=网站做好了，放到哪里？', { timeout: BUILD });
    expect(existsSync(join(out, '2026/yun-zhou-shi-shui-wu-ju/index.html'))).toBe(true);
    await choose('B', '澄江市城管局2026年.xlsx');
    await page.click('[data-go]');
    await page.waitForSelector('text=网站做好了，放到哪里？', { timeout: BUILD });
    await expectGood();
  },
  BUILD * 2,
);

test('the question before taking back lies over the page, and begins at the answer that changes nothing', async () => {
  await page.goto(desk.address);
  await page.click('text=撤回这一次');
  await page.waitForSelector('dialog:modal');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('不撤回');
  expect(await page.textContent('dialog')).toContain('的 4 个项目不再公开。');
  await expectGood();
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog:modal').count()).toBe(0);
  expect(page.url()).toBe(desk.address);
});

test(
  'with the keyboard alone an earlier state is looked at, and comes back',
  async () => {
    await page.goto(`${desk.address}history`);
    expect(await heading()).toBe('最近 2 次公开');
    await expectGood();
    await page.focus('a.link:has-text("回到这一次")');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/history\/\w+$/);
    expect(await heading()).toMatch(/^\d+月\d+日 \d+:\d\d 的内容$/);
    await expectGood();
    await page.focus('a.button:has-text("回到这一次")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog:modal');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=网站做好了，放到哪里？', { timeout: BUILD });
    // Its old address leads to the page of the year.
    const left = readFileSync(join(out, '2026/cheng-jiang-shi-cheng-guan-ju/index.html'), 'utf8');
    expect(left).toContain('content="0; url=/2026/"');
    await page.goto(`${desk.address}history`);
    expect(await page.textContent('.past tbody')).toMatch(/回到 \d+月\d+日 \d+:\d\d 的样子/);
    expect(await page.locator('text=现在的网站').count()).toBe(1);
  },
  BUILD,
);

test(
  'a table of another body with an error is asked about, in a page without faults',
  async () => {
    writeFiles(folder, {
      'content/disclosures/2026/jiao-yu-ju.md':
        '## 项目绩效目标表\n\n项目名称\t培训\n2026年预算金额（元）\t1,0O0.00\n',
    });
    await choose('B', '澄江市城管局2026年.xlsx');
    await page.click('[data-go]');
    await page.waitForSelector('h1:has-text("先公开")');
    await expectGood();
  },
  BUILD,
);

test('no page complained to the console', () => {
  expect(complaints).toEqual([]);
});
