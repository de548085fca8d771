/**
 * The guide's publishing page, walked through at 工作台: a table goes in, is published, is corrected, and an unknown form is taught.
 * With `UPDATE_PICTURES=1` the pictures of that page are taken anew, into `public/pictures/`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { driveDesk, type DrivenDesk } from '../helpers/drive-desk.ts';
import { keepPicture } from '../helpers/keep-picture.ts';
import { makeWorkbook, type OfficeTable } from '../helpers/make-originals.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

/** Milliseconds: a build on a busy machine. */
const BUILD = 240_000;
const WIDTH = 1200;
const FILE = '云岭市文化局2026年项目绩效目标表.xlsx';
const guide = readFileSync('content/guide/publish.mdx', 'utf8');
const browser = await browserOfFile();
const folder = tempFolders()();
let desk: DrivenDesk;
let page: Page;

beforeAll(async () => {
  desk = await driveDesk(folder);
  page = await browser.newPage({ colorScheme: 'light' });
  page.setDefaultTimeout(60_000);
});
afterAll(() => desk.close());

async function choose(name: string, buffer: Buffer): Promise<void> {
  await page.goto(desk.address);
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
  await page.waitForURL(/\/(?:read|teach)\//);
}

/** Of the window, as the guide shows it. @param from The place at its top. */
async function take(name: string, height: number, text: string, from?: string): Promise<void> {
  expect(await page.textContent('main')).toContain(text);
  expect(guide).toMatch(
    new RegExp(`src="/pictures/${name}\\.png"\\s+width="${WIDTH}"\\s+height="${height}"\\s+alt="[^"]{20,}"`),
  );
  await page.setViewportSize({ width: WIDTH, height });
  await page.evaluate((place) => {
    if (place === undefined) scrollTo(0, 0);
    else document.querySelector(place)?.scrollIntoView();
  }, from);
  keepPicture(`public/pictures/${name}.png`, await page.screenshot());
}

/** The folder of a test has a name that readers need not see. */
async function rename(from: string, to: string): Promise<void> {
  await page.evaluate(
    ([old = '', shown = '']) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        text.data = text.data.replace(old, shown);
      }
      for (const field of document.querySelectorAll('input')) field.value = field.value.replace(old, shown);
    },
    [from, to],
  );
}

test('a table is shown next to what it is read as', async () => {
  await choose(FILE, makeWorkbook([library(), theatre('送戏下乡', '40场')]));
  await take('desk-reading', 900, '乡村图书角建设', '#compare');
});

test(
  'it is published into a folder, and the start page lists it',
  async () => {
    await page.click('[data-go]');
    await page.waitForSelector('text=网站做好了，放到哪里？', { timeout: BUILD });
    const target = join(folder, '门户网站');
    await page.fill('#target', target);
    await page.click('button:text-is("放过去")');
    await page.waitForSelector('h1:text-is("已经公开")');
    await rename(target, 'Z:\\门户网站');
    await take('desk-done', 700, '个文件都核对过，和做好的一样');
    await page.goto(desk.address);
    await take('desk-start', 1000, '云岭市文化局');
  },
  BUILD,
);

test('a corrected table shows each cell, and asks what became of a project', async () => {
  await choose('更正.xlsx', makeWorkbook([library('25个'), theatre('送戏进村', '45场')]));
  await take('desk-changes', 900, '“送戏下乡”改名叫“送戏进村”了吗？', '#ask');
  await page.click('text=不要了');
});

test('labels that nobody described are chosen from lists', async () => {
  await choose('档案馆2026年申报表.xlsx', makeWorkbook([archive()]));
  await page.selectOption('#ask-0', { label: '项目名称' });
  await page.selectOption('#ask-1', { label: '当年的预算金额（万元）' });
  await page.waitForFunction(() => document.querySelector('.sheet')?.textContent.includes('读成 当年'));
  await take('desk-teach', 900, '“核定数”');
});

function toTable(title: string, rows: readonly (readonly string[])[]): OfficeTable {
  const cells = rows.flatMap((row, index) =>
    row.map((text, column) => ({ text, row: index, column, rowSpan: 1, columnSpan: 1 })),
  );
  return { title, width: rows[0]?.length ?? 0, height: rows.length, cells };
}

function library(corners = '20个'): OfficeTable {
  return toTable('项目绩效目标表', [
    ['项目名称', '乡村图书角建设', '', '', ''],
    ['用款单位', '云岭市文化局', '', '', ''],
    ['实施周期', '起始年度', '2024', '到期年度', '2026'],
    ['2026年预算金额(元)', '125,000.00', '', '', ''],
    ['2026年度目标', '建成图书角二十个。', '', '', ''],
    ['一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值'],
    ['产出指标', '数量指标', '图书角数量', '60个', corners],
    ['效益指标', '社会效益', '服务人次', '≥9000人次', '≥3000人次'],
    ['满意度指标', '服务对象满意度', '读者满意度', '≥90%', '≥90%'],
    ['成本指标', '经济成本指标', '费用总额', '37.5万元', '12万元'],
  ]);
}

function theatre(name: string, shows: string): OfficeTable {
  return toTable('项目绩效目标表', [
    ['项目名称', name, '', ''],
    ['用款单位', '云岭市文化局', '', ''],
    ['2026年预算金额(元)', '241,500.00', '', ''],
    ['一级指标', '二级指标', '三级指标', '年度指标值'],
    ['产出指标', '数量指标', '演出场次', shows],
    ['效益指标', '社会效益', '观众人次', '≥8000人次'],
  ]);
}

function archive(): OfficeTable {
  return toTable('云岭市2026年度绩效目标申报表', [
    ['事项全称', '馆藏档案数字化', '', '核定数', '18.6'],
    ['用款单位', '云岭市档案馆', '', '', ''],
    ['年度目标', '方便市民查档。', '', '', ''],
    ['大类', '小类', '考核项', '承诺值', '责任科室'],
    ['产出指标', '数量指标', '数字化页数', '12万页', '保管科'],
    ['满意度指标', '服务对象满意度', '查档群众满意度', '≥95%', '利用科'],
  ]);
}
