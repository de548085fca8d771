/** The share images of a site's projects: which has one, what it says, and that Chromium draws the same texts with the same strokes. */
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readPng } from '../../src/verify/read-png.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { buildFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeProject } from '../helpers/write-project.ts';

const SITE = 'https://example.gov.cn/jixiao';
const BODY = '2026/water';
const CLEAN = `${BODY}/he-dao-ri-chang-qing-jie`;
const PHONE = '清淤（13800138000）';
const RARE = '第Ⅲ期管网养护';
const FONT = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
);
const browser = await browserOfFile();
const newFolder = tempFolders();
let fixture: Fixture;

beforeAll(() => {
  const projects = [
    { name: '河道日常清洁', yuan: '120000.50' },
    { name: PHONE, yuan: '3000.00' },
    { name: RARE, yuan: '45000.25' },
    { name: '水质监测', yuan: null },
  ];
  const [unit, department] = ['青溪县水务局', '青溪县水务局'];
  fixture = buildFixture(newFolder(), {
    'site.json': JSON.stringify({ name: '示例市公开', url: SITE }),
    'disclosures/2026/water.md': projects
      .map((own) => writeProject({ year: 2026, unit, department, ...own }))
      .join(''),
  });
});

/** What a page says of its image. */
function metasOf(path: string): Record<string, string | undefined> {
  const metas = fixture.page(path).querySelectorAll('meta[property^="og:image"]');
  return Object.fromEntries(
    metas.map((meta) => [meta.getAttribute('property') ?? '', meta.getAttribute('content')]),
  );
}

/** The folder of a project. */
function folderOf(name: string): string {
  const { projects } = JSON.parse(fixture.read(`${BODY}/disclosure.json`)) as {
    projects: { id: string; name: string }[];
  };
  return projects.find((project) => project.name === name)?.id ?? '';
}

test('a page names its image, with its size and its text', () => {
  const text = '河道日常清洁，青溪县水务局，2026年项目，120,000.50 元，4 项指标，示例市公开';
  expect(metasOf(CLEAN)).toEqual({
    'og:image': `${SITE}/${CLEAN}/share.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': text,
  });
  const png = readFileSync(join(fixture.dist, CLEAN, 'share.png'));
  expect(readPng(png)).toMatchObject({ width: 1200, height: 630, description: text });
});

test('a masked number is masked in the image', () => {
  const masked = '清淤（138********）';
  const png = readFileSync(join(fixture.dist, folderOf(masked), 'share.png'));
  expect(readPng(png).description).toMatch(/^清淤（138\*{8}），/);
  expect(png.includes('13800138000')).toBe(false);
});

test('a project whose name the font lacks has the image of the site', () => {
  expect(metasOf(folderOf(RARE))).toEqual({ 'og:image': `${SITE}/share.png` });
  expect(existsSync(join(fixture.dist, folderOf(RARE), 'share.png'))).toBe(false);
});

test('other pages have the image of the site', () => {
  for (const path of ['', '2026', BODY]) expect(metasOf(path)).toEqual({ 'og:image': `${SITE}/share.png` });
});

test('the packed site, which nobody links to, leaves the images out', () => {
  const archive = join(newFolder(), 'site.zip');
  expect(fixture.run('pack', '--to', archive).status).toBe(0);
  const files = Object.keys(unzipSync(readFileSync(archive)));
  expect(files).toContain(`jixiao-site/${CLEAN}/index.html`);
  expect(files.filter((file) => file.endsWith('share.png'))).toEqual(['jixiao-site/share.png']);
});

/** A page with the font and the image of a project. */
async function openImage(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.route('http://image.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      const body = '<!doctype html><link rel="stylesheet" href="/wght.css"><img src="/share.png">';
      return route.fulfill({ contentType: 'text/html', body });
    }
    return route.fulfill({
      path: join(pathname === '/share.png' ? join(fixture.dist, path) : FONT, pathname),
    });
  });
  await page.goto('http://image.test/');
  return page;
}

/**
 * How much a part of the image differs from a text that Chromium draws, each cut to its strokes: 0 to 1.
 *
 * @param part.top In pixels, to `bottom`, and from the left edge as far as the text is wide.
 */
function differenceFrom(
  page: Page,
  part: { text: string; size: number; top: number; bottom: number },
): Promise<number> {
  return page.evaluate(async ({ text, size, top, bottom }) => {
    const font = `600 ${size}px "Noto Sans SC Variable"`;
    await document.fonts.load(font, text);
    const image = document.querySelector('img') ?? new Image();
    await image.decode();
    const contextOf = (width: number, height: number) => {
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#fdfdfb';
      context.fillRect(0, 0, width, height);
      context.font = font;
      context.fillStyle = '#1a1d1b';
      return context;
    };
    const width = 90 + contextOf(1, 1).measureText(text).width;
    const [shown, drawn] = [contextOf(width, bottom - top), contextOf(width, bottom - top)];
    shown.drawImage(image, 0, -top);
    drawn.fillText(text, 90, size);
    const [first, second] = [shown, drawn].map((context) => {
      const { data, width: columns } = context.getImageData(
        0,
        0,
        context.canvas.width,
        context.canvas.height,
      );
      const dark = Array.from({ length: data.length / 4 }, (_, at) => at).filter(
        (at) => (data[at * 4] ?? 0) < 70,
      );
      const [xs, ys] = [dark.map((at) => at % columns), dark.map((at) => Math.floor(at / columns))];
      const min = (list: number[]) => list.reduce((a, b) => Math.min(a, b));
      const max = (list: number[]) => list.reduce((a, b) => Math.max(a, b));
      const small = contextOf(120, 24);
      const box = [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)] as const;
      small.drawImage(context.canvas, ...box, 0, 0, 120, 24);
      return [...small.getImageData(0, 0, 120, 24).data].filter((_, at) => at % 4 === 0);
    });
    const differences = (first ?? []).map((value, at) => Math.abs(value - (second?.[at] ?? 0)) / 255);
    return differences.reduce((sum, each) => sum + each, 0) / differences.length;
  }, part);
}

test('the image shows the name and the amount as Chromium draws them', async () => {
  const page = await openImage(CLEAN);
  expect(
    await page.locator('img').evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]),
  ).toEqual([1200, 630]);
  const name = { size: 72, top: 110, bottom: 210 };
  const amount = { size: 80, top: 400, bottom: 495 };
  for (const [text, other, where] of [
    ['河道日常清洁', '河道日常清扫', name],
    ['120,000', '130,000', amount],
  ] as const) {
    const same = await differenceFrom(page, { text, ...where });
    const another = await differenceFrom(page, { text: other, ...where });
    expect(same).toBeLessThan(0.05);
    expect(another).toBeGreaterThan(same * 2);
  }
  await page.close();
});
