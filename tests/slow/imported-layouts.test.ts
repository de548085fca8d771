/** What the import accepts and the check finds no error in, the build publishes: tables in the layouts of offices, damaged, as files. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { importOriginals } from '../../src/import/import-originals.ts';
import { layoutCase, printLayout } from '../helpers/damaged-layouts.ts';
import type { PrintedTable } from '../helpers/layouts.ts';
import { makeCsv, makeWord } from '../helpers/make-originals.ts';
import { toHtml, toPasted, toWorkbook, withLines } from '../helpers/office-files.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

/** How many files are made. */
const FILES = Number(process.env['JIXIAO_TEST_FILES'] ?? 84);
const STYLE = `
  <style>table { width: 100%; table-layout: fixed; border-collapse: collapse; font: 9pt 'Noto Sans CJK SC' }
  td { border: 0.6pt solid #000; overflow-wrap: anywhere }</style>`;

const newFolder = tempFolders();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const FORMATS: Record<string, (tables: readonly PrintedTable[]) => string | Buffer | Promise<Buffer>> = {
  xlsx: toWorkbook,
  xls: (tables) => toWorkbook(tables, 'biff8'),
  docx: (tables) => makeWord(tables.map(withLines)),
  csv: (tables) => makeCsv(tables.map(withLines)),
  html: toHtml,
  txt: toPasted,
  pdf: async (tables) => {
    const page = await browser.newPage();
    await page.setContent(STYLE + toHtml(tables));
    const printed = await page.pdf({ format: 'A4', landscape: true });
    await page.close();
    return printed;
  },
};

test('what is imported and checked is published', { timeout: 900_000 }, async () => {
  const [content, inbox] = [newFolder(), newFolder()];
  const cases = fc.sample(
    fc.tuple(layoutCase(2), fc.constantFrom(...Object.keys(FORMATS)), fc.boolean()),
    FILES,
  );
  for (const [index, [damagedCase, format, isMerged]] of cases.entries()) {
    const file = join(inbox, `云州市第${index + 1}局.${format}`);
    writeFileSync(file, (await FORMATS[format]?.(printLayout(damagedCase, isMerged))) ?? '');
    const options = {
      folder: content,
      year: '2026',
      as: `office-${index + 1}`,
      force: false,
      withhold: false,
    };
    await importOriginals([file], options, { print: () => {}, progress: () => {} }).catch(refusedAsImport);
  }

  const folder = join(content, 'disclosures', '2026');
  const env = { JIXIAO_CONTENT: content, JIXIAO_OUT: join(newFolder(), 'dist') };
  // An error can be of two sources, and one that goes can be a word of another.
  for (let found = withErrors(env); found.size > 0; found = withErrors(env))
    for (const name of found)
      for (const file of readdirSync(folder)) if (file.startsWith(`${name}.`)) rmSync(join(folder, file));
  const { status, stdout, stderr } = runScript('build', ['--silent', '--recheck'], env);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('缺失或改动 0 处');
  // One accident is often an error, and two more often.
  expect(sourcesOf(folder).length).toBeGreaterThan(FILES / 2);
});

/** Anything but a refusal is a fault of the import. */
function refusedAsImport(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'ImportError') throw error;
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md'));
}

/** Names of the sources in which the check finds errors. */
function withErrors(env: Record<string, string>): Set<string> {
  const { stdout } = runScript('check', [], env);
  const places = stdout.matchAll(/\/(office-\d+)\.md:\d+:\d+ error /g);
  return new Set([...places].map(([, name = '']) => name));
}
