/** A PDF at 工作台 in Chromium: its page as a picture, with every cell on it coloured by what it became. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MODES, violationsOf } from '../../scripts/browser/run-axe.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { driveDesk, type DrivenDesk } from '../helpers/drive-desk.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const ROWS = [
  ['项目名称', '乡村图书角建设', '', ''],
  ['用款单位', '云岭市文化局', '', ''],
  ['2026年预算金额（元）', '125,000.00', '', ''],
  ['一级指标', '二级指标', '三级指标', '2026年指标值'],
  ['产出指标', '数量指标', '新建图书角', '5个'],
  ['效益指标', '社会效益', '服务村民', '≥2000人次'],
  ['成本指标', '经济成本指标', '费用总额', '12万元'],
];
const browser = await browserOfFile();
const folder = tempFolders()();
let desk: DrivenDesk;
let context: BrowserContext;
let page: Page;
let pdf: Buffer;
const complaints: string[] = [];

beforeAll(async () => {
  pdf = await print(ROWS);
  desk = await driveDesk(folder);
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await choose();
});
afterAll(() => desk.close());

/** A PDF with a table, as browsers print one: with its fonts. */
async function print(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const printing = await browser.newPage();
  const body = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
  await printing.setContent(
    `<meta charset="utf-8"><style>body { font: 10pt 'Noto Sans CJK SC' } table { width: 100%; border-collapse: collapse }
    td { height: 20pt; border: 0.6pt solid #000 }</style><p>项目绩效目标表</p><table>${body}</table>`,
  );
  const printed = await printing.pdf({ format: 'A4' });
  await printing.close();
  return printed;
}

async function choose(): Promise<void> {
  await page.goto(desk.address);
  await page.setInputFiles('#file', { name: '文化局2026年.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.waitForURL(/\/read\//);
}

const texts = (kind: string) =>
  page
    .locator(`.pdf-cells rect.is-${kind}`)
    .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-text')));

test('every cell with a value is found on the page, and the one with a notice has its number', async () => {
  await page.waitForSelector('[data-drawn]');
  expect(await page.textContent('h1')).toContain('读出 1 个项目，合计');
  const values = [...ROWS.slice(0, 3).map(([, value]) => value), ...ROWS.slice(4).flat()];
  expect([...(await texts('value')), ...(await texts('hint'))].sort()).toEqual(
    values.filter((text) => text !== '').sort(),
  );
  expect(await texts('hint')).toEqual(['12万元']);
  expect(await page.textContent('.pdf-cells text.is-hint')).toBe('提示 1');
  expect(await page.textContent('[data-pdf] .notice')).toContain('提示 1');
  expect(await page.locator('.pdf-cells rect.is-label').count()).toBe(7);
  expect(await page.textContent('.pdf-page figcaption')).toContain('第 1 页，共 1 页');
});

test('the picture has the text of each cell where the cell is', async () => {
  const dark = await page.evaluate(() => {
    const canvas = document.querySelector('canvas') as HTMLCanvasElement;
    const box = (document.querySelector('.pdf-cells') as SVGSVGElement).viewBox.baseVal;
    const scale = canvas.width / box.width;
    const drawing = canvas.getContext('2d') as CanvasRenderingContext2D;
    return [...document.querySelectorAll<SVGRectElement>('.pdf-cells rect')].map(
      ({ x, y, width, height }) => {
        // Within the lines of the cell.
        const [left, top, across, down] = [x, y, width, height].map(
          ({ baseVal }) => baseVal.value * scale,
        ) as [number, number, number, number];
        const { data } = drawing.getImageData(left + 6, top + 6, across - 12, down - 12);
        return data.filter((value, index) => index % 4 === 0 && value < 128).length;
      },
    );
  });
  expect(dark).toHaveLength(7 + 15);
  expect(dark.filter((pixels) => pixels < 30)).toEqual([]);
});

test('a click or an arrow key says what a cell became', async () => {
  await page.click('.pdf-cells [data-text="≥2000人次"]');
  expect(await page.textContent('[data-use]')).toBe('≥2000人次　读成：指标值');
  await page.keyboard.press('ArrowUp');
  expect(await page.textContent('[data-use]')).toBe('5个　读成：指标值');
});

test('the table is a click away, and is there without script or where the picture can not be drawn', async () => {
  expect(await page.locator('.sheet').isVisible()).toBe(false);
  await page.click('text=看读出的表格');
  expect(await page.locator('.sheet').isVisible()).toBe(true);
  const other = await browser.newContext({ javaScriptEnabled: false });
  const plain = await other.newPage();
  await plain.goto(page.url());
  expect([await plain.locator('.sheet').isVisible(), await plain.locator('canvas').isVisible()]).toEqual([
    true,
    false,
  ]);
  await other.close();
  const failing = await context.newPage();
  await failing.route('**/pdf.worker.min.mjs', (route) => route.abort());
  await failing.goto(page.url());
  await failing.waitForLoadState('networkidle');
  expect([await failing.locator('.sheet').isVisible(), await failing.locator('canvas').isVisible()]).toEqual([
    true,
    false,
  ]);
  await failing.close();
});

test('has no violation of axe, and does not move sideways, in any mode', async () => {
  const faults: string[] = [];
  // Axe brings its own script.
  const tested = await (await browser.newContext({ bypassCSP: true })).newPage();
  await tested.goto(page.url());
  await tested.waitForSelector('[data-drawn]');
  for (const mode of MODES) {
    await tested.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
    await tested.setChecked('#elder', mode === 'elder');
    for (const width of [360, 768, 1280]) {
      await tested.setViewportSize({ width, height: 900 });
      faults.push(...(await violationsOf(tested)).map((text) => `${mode} ${width}: ${text}`));
      const wide = await tested.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${mode} ${width}: ${wide} px too wide`);
    }
  }
  expect(faults).toEqual([]);
});

test('no page complained to the console', () => {
  expect(complaints).toEqual([]);
});
