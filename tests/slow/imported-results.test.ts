/** A table of results that is printed to a PDF is imported as it is read from other formats. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { readDisclosure } from '../../src/content/read-disclosure.ts';
import { importOriginals } from '../../src/import/import-originals.ts';
import { toHtml, toPasted } from '../helpers/office-files.ts';
import { ministryForm } from '../helpers/result-forms.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const STYLE = `
  <style>table { width: 100%; table-layout: fixed; border-collapse: collapse; font: 9pt 'Noto Sans CJK SC' }
  td { border: 0.6pt solid #000; overflow-wrap: anywhere }</style>`;

const newFolder = tempFolders();
const path = 'disclosures/results/2025/water.md';

/** What a source says, without where; spaces between letters and figures are lost in a PDF. */
function saidBy(value: string | Buffer): unknown {
  const { results } = readDisclosure(new VFile({ path, value }));
  const said = results.map(({ source, ...result }) => result);
  return JSON.parse(
    JSON.stringify(said, (key, part: unknown) => {
      if (key === 'line') return undefined;
      return typeof part === 'string' ? part.replaceAll(' ', '') : part;
    }),
  );
}

test.each([
  ['on one page', 'A4', 0],
  ['over pages', 'A4', 400],
] as const)('%s', async (_where, format, margin) => {
  const tables = [ministryForm()];
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent(STYLE + toHtml(tables));
  const pdf = await page.pdf({ format, landscape: true, margin: { bottom: `${margin}px` } });
  await browser.close();

  const [folder, inbox] = [newFolder(), newFolder()];
  const file = join(inbox, '水务局.pdf');
  writeFileSync(file, pdf);
  const options = { folder, as: 'water', force: false, withhold: false };
  await importOriginals([file], options, { print: () => {}, progress: () => {} });
  expect(saidBy(readFileSync(join(folder, path)))).toEqual(saidBy(toPasted(tables)));
});
