/**
 * Each fixture of a table of results, as a workbook and as a page of a word processor: what is read from the import is what is read
 * from the pasted table, cell by cell.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { importOriginals } from '../../../src/import/import-originals.ts';
import { makeWord } from '../../helpers/make-originals.ts';
import { toWorkbook, withLines } from '../../helpers/office-files.ts';
import type { PrintedTable } from '../../helpers/layouts.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { toOfficeTable } from '../../helpers/to-office-table.ts';

const FIXTURES = 'tests/unit/record/results/fixtures';
const PATH = 'disclosures/2025/water.md';
const newFolder = tempFolders();

/** The tables of a pasted source, each with the lines above it; rows are filled up with blank cells. */
function printedTables(source: string): PrintedTable[] {
  const tables: { above: string[]; rows: string[][] }[] = [];
  for (const line of source.split('\n')) {
    const isRow = line.includes('\t');
    const last = tables.at(-1);
    if (!isRow && line.trim() === '') continue;
    if (!last || (!isRow && last.rows.length > 0)) tables.push({ above: [], rows: [] });
    const table = tables.at(-1);
    if (isRow) table?.rows.push(line.split('\t'));
    else table?.above.push(line.replace(/^#+\s*/, ''));
  }
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ above, rows }) => {
      const width = Math.max(...rows.map((row) => row.length));
      const filled = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
      return { above, table: { ...toOfficeTable(filled), title: above[0] ?? '' }, breaks: [] };
    });
}

/** What a source says, without where. */
function saidBy(value: string | Buffer): unknown {
  const { results } = readDisclosure(new VFile({ path: PATH, value }));
  const said = results.map(({ source, id, bodyId, ...result }) => result);
  return JSON.parse(JSON.stringify(said, (key, part: unknown) => (key === 'line' ? undefined : part)));
}

const cases = readdirSync(FIXTURES).flatMap((name) => {
  const source = readFileSync(join(FIXTURES, name, 'source.md'), 'utf8');
  // One is a pipe table, as an import writes it; some have no result that is read.
  const isMeant = !source.includes('|') && JSON.stringify(saidBy(source)) !== '[]';
  return isMeant ? (['xlsx', 'docx'] as const).map((format) => ({ name, format, source })) : [];
});

test('there are 24 fixtures', () => {
  expect(cases.length).toBeGreaterThanOrEqual(2 * 24);
});

test.each(cases)('$name as $format', async ({ format, source }) => {
  const tables = printedTables(source);
  const [folder, inbox] = [newFolder(), newFolder()];
  const file = join(inbox, `水务局.${format}`);
  writeFileSync(file, format === 'xlsx' ? toWorkbook(tables) : makeWord(tables.map(withLines)));
  const options = { folder, as: 'water', year: '2025', force: false, withhold: false };
  await importOriginals([file], options, { print: () => undefined, progress: () => undefined });
  const [path = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    /(?<!original)\.md$/.test(each),
  );
  expect(saidBy(readFileSync(join(folder, path)))).toEqual(saidBy(source));
});
