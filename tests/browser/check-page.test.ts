/** The page `/check/` in Chromium: it reads what is pasted, chosen or dropped, on the device alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { violationsOf } from '../../scripts/browser/run-axe.ts';
import { EXAMPLE } from '../../src/check/example.ts';
import { readDocument } from '../../src/import/pdf/read-document.ts';
import { readOriginal } from '../../src/import/read-original.ts';
import { writeMarkdown } from '../../src/import/write-markdown.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { layouts } from '../helpers/layouts.ts';
import { makeWord } from '../helpers/make-originals.ts';
import { toHtml, toPasted, toWorkbook } from '../helpers/office-files.ts';
import { HOSTILE } from './hostile-content.ts';

const address = `${inject('address')}check/`;
const browser = await browserOfFile();
const KILOBYTE = 1024;
const PDF = 'tests/unit/import/fixtures/pdf/layout-c.pdf';
const { tables } = layouts[0] ?? { tables: [] };
let page: Page;
let messages: string[];
/** Requests since the page was loaded. */
let requests: string[];

beforeEach(async () => {
  page = await browser.newPage();
  messages = [];
  requests = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', ({ message }) => messages.push(message));
  await page.goto(address, { waitUntil: 'networkidle' });
  page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
});
afterEach(async () => {
  expect(messages).toEqual([]);
  await page.close();
});

async function paste(text: string): Promise<void> {
  await page.evaluate((words) => {
    const box = document.querySelector('textarea');
    if (!box) throw new Error('no box');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    box.focus();
    const isTaken = !box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    if (!isTaken) box.value = words;
  }, text);
}

async function choose(name: string, buffer: Buffer): Promise<void> {
  await page.setInputFiles('[data-check-file]', { name, mimeType: '', buffer });
}

async function drop(name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ({ file, base64 }) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([content], file));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { file: name, base64: bytes.toString('base64') },
  );
}

async function status(pattern: RegExp): Promise<string> {
  await page
    .locator('[data-check-status]', { hasText: pattern })
    .waitFor({ state: 'attached', timeout: 30_000 });
  return (await page.textContent('[data-check-status]')) ?? '';
}

/** The text that the page offers to save. */
async function saved(): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save-source]')]);
  return readFileSync(await download.path(), 'utf8');
}

describe('a pasted table', () => {
  test('is read, with its amount, its goals, its indicators and what to look at', async () => {
    await page.click('[data-check-example]');
    expect(await status(/可以公开/)).toContain('读出 1 个项目、6 项指标，预算 125,000.00 元');
    expect(await page.textContent('.name')).toBe('乡村图书角建设');
    expect(await page.textContent('.sum')).toBe('125,000.00 元');
    expect(await page.locator('.indicators tbody tr:not(.category)').count()).toBe(6);
    expect(await page.textContent('.findings li')).toContain('第 19 行第 6 格');
    expect(await page.getAttribute('.findings p:last-child a', 'href')).toMatch(
      /^\/guide\/check\/#rule-budget-/,
    );
    const place = page.locator('.findings a').first();
    await place.click();
    expect(await page.locator('tr:target').textContent()).toContain('12.8万元');
  });

  test('is stored as it was pasted, with a line end', async () => {
    await paste(EXAMPLE.trimEnd());
    await status(/可以公开/);
    expect(await saved()).toBe(EXAMPLE);
  });

  test('is read when pipes divide it, too', async () => {
    const rows = EXAMPLE.split('\n').filter((line) => line.includes('\t'));
    const pipes = rows.map((line) => `| ${line.replaceAll('\t', ' | ')} |`);
    pipes.splice(1, 0, `|${' --- |'.repeat(6)}`);
    await paste(pipes.join('\n'));
    expect(await status(/可以公开/)).toContain('读出 1 个项目、6 项指标');
  });

  test('is only text, whatever it holds', async () => {
    const rows = HOSTILE.map((text) => `备注\t\t${text.replaceAll(/[\t\n]/g, ' ')}`);
    await paste(
      EXAMPLE.replace('项目类型\t', `${rows.join('\n')}\n项目类型\t`).replaceAll('乡村', '<b>乡村'),
    );
    await status(/读出 1 个项目/);
    expect(await page.textContent('.name')).toBe('<b>乡村图书角建设');
    expect(await page.locator('[data-result] :is(script, img, iframe, style, form, meta)').count()).toBe(0);
  });

  test('with an error says so, and where', async () => {
    await paste(EXAMPLE.replace('125,000.00', '125,0O0.00'));
    await status(/有 1 处错误，改好才能公开/);
    expect(await page.textContent('.findings .error')).toContain('第 8 行第 3 格');
  });

  test('that is no table says what to do', async () => {
    await paste('今天开会');
    await status(/没有读出项目/);
    expect(await page.textContent('.findings .error')).toContain('请从电子表格复制后直接粘贴');
  });

  test('of several megabytes is refused before it is in the box', async () => {
    await paste('项\t目\n'.repeat(600_000));
    expect(await status(/上限/)).toBe('有 2.3 MB，上限是 2 MB，请按单位分几次核对。');
    expect(await page.inputValue('textarea')).toBe('');
  });

  test('of a quarter of a megabyte is read while the page goes on', async () => {
    await page.evaluate(() => {
      const watched = window as unknown as { ticks: number };
      watched.ticks = 0;
      setInterval(() => {
        if (document.querySelector('main')?.getAttribute('aria-busy') === 'true') watched.ticks += 1;
      }, 20);
    });
    const table = EXAMPLE.split('\n').slice(2).join('\n');
    const many = Array.from({ length: 400 }, (_, index) => `\n\n${table.replace('乡村', `乡村${index}号`)}`);
    await paste(many.join(''));
    expect(await status(/读出/)).toContain('读出 400 个项目');
    // Blocked, the page would have counted none.
    expect(await page.evaluate(() => (window as unknown as { ticks: number }).ticks)).toBeGreaterThan(5);
    expect(await page.locator('.name').count()).toBe(20);
  });
});

describe('a file', () => {
  const office = [
    ['a.xlsx', () => toWorkbook(tables)],
    ['a.xls', () => toWorkbook(tables, 'biff8')],
    ['a.docx', () => makeWord()],
    ['a.html', () => Buffer.from(toHtml(tables))],
    [
      'a.csv',
      () => Buffer.from(EXAMPLE.split('\n').slice(2).join('\n').replaceAll(',', '').replaceAll('\t', ',')),
    ],
  ] as const;
  test.each(office)('%s is stored as an import would store it', async (name, make) => {
    const bytes = make();
    await choose(name, bytes);
    expect(await status(/读出|没有读出/)).toContain(name);
    const { pieces } = await readOriginal(name, bytes);
    const tablesOnly = pieces.filter(({ kind }) => kind === 'table');
    expect(tablesOnly.length).toBeGreaterThan(0);
    const text = await saved();
    for (const line of writeMarkdown(tablesOnly, {}).text.split('\n')) expect(text).toContain(line);
    expect(text).not.toContain('---\n{}');
  });

  test('a PDF that is dropped is read, with the pages of what is said of it', async () => {
    const bytes = readFileSync(PDF);
    await drop('目标.pdf', bytes);
    expect(await status(/读出/)).toMatch(/^目标\.pdf：读出 [1-9]\d* 个项目/);
    expect(await saved()).toBe(writeMarkdown((await readDocument(bytes)).pieces, {}).text);
    expect(await page.textContent('.ways')).toContain('有没有损坏');
  }, 120_000);

  test('of text is read as it is, in other encodings too', async () => {
    await drop('a.txt', Buffer.from(`\uFEFF${EXAMPLE}`, 'utf16le'));
    expect(await status(/可以公开/)).toContain('a.txt：读出 1 个项目');
    expect(await page.textContent('.ways')).toContain('UTF-16LE');
    expect(await saved()).toBe(EXAMPLE);
  });

  test('with front matter is a source', async () => {
    await choose('a.md', Buffer.from(`---\npublisher: 云岭市文化局\nwrong: 1\n---\n${EXAMPLE}`));
    await status(/可以公开/);
    expect(await page.locator('.findings').first().textContent()).toContain('文件头没有 wrong 这一项');
  });

  test.each([
    ['a.zip', toBytes('PK\u0005\u0006'.padEnd(22, '\0')), /压缩包|不符|损坏/],
    ['a.png', toBytes('\x89PNG'), /这是图片/],
    ['a.exe', toBytes('MZ'), /这是一个程序/],
    ['a.xlsx', toWorkbook(tables).subarray(0, 3_000), /文件已损坏/],
    ['a.pdf', readFileSync(PDF).subarray(0, 5_000), /文件不完整/],
    ['a.xlsx', Buffer.alloc(0), /文件是空的/],
    ['a.pdf', readFileSync('tests/unit/import/fixtures/pdf/scan.pdf'), /扫描件/],
  ])('%s that can not be read says why: %#', async (name, bytes, message) => {
    await page.click('[data-check-example]');
    await status(/可以公开/);
    await choose(name, bytes);
    expect((await status(message)).startsWith(`${name}：`)).toBe(true);
    expect(await page.locator('[data-result]').count()).toBe(0);
  });

  test('of more than 20 MB is refused before it is read', async () => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'a.xlsx'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    expect(await status(/上限/)).toBe('a.xlsx：有 21.0 MB，上限是 20 MB；请把要公开的表另存为一个新文件。');
  });
});

describe('nothing leaves the device', () => {
  test('a pasted table needs no network at all', async () => {
    await page.context().setOffline(true);
    await paste(toPasted(tables));
    await status(/读出/);
    expect(requests).toEqual([]);
    await page.context().setOffline(false);
  });

  test('a file makes the page load its own scripts, and nothing else', async () => {
    for (const [name, bytes] of [
      ['a.xlsx', toWorkbook(tables)],
      ['a.pdf', readFileSync(PDF)],
    ] as const) {
      await choose(name, bytes);
      expect(await status(/读出/)).toContain(name);
    }
    const { origin } = new URL(address);
    const others = requests.filter((request) => !request.startsWith(`GET ${origin}/_astro/`));
    expect(requests.length).toBeGreaterThan(0);
    expect(others).toEqual([]);
    expect(requests.filter((request) => request.includes('?'))).toEqual([]);
  }, 120_000);
});

test('what is loaded without a file is small', async () => {
  const loaded = new Set<string>();
  const fresh = await browser.newContext();
  fresh.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) loaded.add(pathname);
  });
  const other = await fresh.newPage();
  await other.goto(address, { waitUntil: 'networkidle' });
  await other.click('[data-check-example]');
  await other.waitForSelector('[data-result]');
  await fresh.close();
  const scripts = [...loaded].map((path) => readFileSync(join(inject('dist'), path)));
  expect(scripts.length).toBeGreaterThan(2);
  const sizeWith = (compress: (bytes: Buffer) => Buffer) =>
    scripts.reduce((sum, bytes) => sum + compress(bytes).length, 0);
  expect(sizeWith((bytes) => gzipSync(bytes, { level: 9 }))).toBeLessThan(150 * KILOBYTE);
  expect(sizeWith((bytes) => brotliCompressSync(bytes))).toBeLessThan(125 * KILOBYTE);
});

test('keys alone are enough, and the result gets the focus', async () => {
  await page.focus('textarea');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await status(/可以公开/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('verdict');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#f1L19');
});

test.each([320, 360, 768, 1280])('at %i px the result fits, without a violation', async (width) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const sized = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await sized.goto(address);
    await sized.click('[data-check-example]');
    await sized.waitForSelector('[data-result]');
    const overflow = await sized.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await violationsOf(sized)).toEqual([]);
    await sized.close();
  }
});

test('a new text replaces the result of the one before', async () => {
  await page.click('[data-check-example]');
  await status(/可以公开/);
  await page.fill('textarea', EXAMPLE.replace('乡村', '城市'));
  await page.locator('.name', { hasText: '城市图书角建设' }).waitFor();
  expect(await page.locator('.name').count()).toBe(1);
  await page.click('[data-check-clear]');
  expect(await page.locator('[data-result]').count()).toBe(0);
});

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
