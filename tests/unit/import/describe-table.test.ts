/** Merged cells of an original, as the source keeps them: the same for every format. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { read, utils, write } from '@e965/xlsx';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { describeTable } from '../../../src/import/describe-table.ts';
import { importOriginals } from '../../../src/import/import-originals.ts';
import { layouts, type PrintedTable } from '../../helpers/layouts.ts';
import { makeWord, sourceTables } from '../../helpers/make-originals.ts';
import { toHtml, toWorkbook } from '../../helpers/office-files.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();
let folder: string;

beforeEach(() => {
  folder = newFolder();
});

/** The sheets of a file that is imported. */
async function importFile(name: string, bytes: string | Uint8Array) {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, bytes);
  await importOriginals(
    [file],
    { folder, year: '2026', as: 'a', force: true, withhold: false },
    { print: () => undefined, progress: () => undefined },
  );
  const path = 'disclosures/2026/a.md';
  const value = readFileSync(join(folder, path));
  return readDisclosure(new VFile({ path, value }));
}

/** The merged cells that an office made: `A1:B2`. A title in the first row is no row of the text's table. */
function mergesOf({ table, above }: Omit<PrintedTable, 'breaks'>): string[] {
  const up = above.length === 0 ? 1 : 0;
  return table.cells
    .map((cell) => ({ ...cell, row: cell.row - up }))
    .filter(({ row }) => row >= 0)
    .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) =>
      utils.encode_range({
        s: { r: row, c: column },
        e: { r: row + rowSpan - 1, c: column + columnSpan - 1 },
      }),
    )
    .sort();
}

describe.each(layouts.filter(({ id }) => id === 'C' || id === 'F'))('layout $id', ({ tables, id }) => {
  const originals = [
    ['a.xlsx', toWorkbook(tables)],
    ['a.html', toHtml(tables)],
    ['a.pdf', readFileSync(`tests/unit/import/fixtures/pdf/layout-${id.toLowerCase()}.pdf`)],
  ] as const;

  test.each(originals)(
    '%s keeps the merged cells of its tables, and the place of each row',
    async (name, bytes) => {
      const { publication, sheets } = await importFile(name, bytes);
      expect(publication.tables?.map(({ merges = '' }) => merges.split(' ').sort())).toEqual(
        tables.map(mergesOf),
      );
      expect(sheets).toHaveLength(tables.length);
      const [first] = sheets;
      expect(first?.rows.map(({ row }) => row)).toEqual(
        first?.rows.map((_, index) => (first.rows[0]?.row ?? 0) + index),
      );
      const parts = { 'a.xlsx': '工作表“表1”', 'a.html': '第 1 张表', 'a.pdf': '第 1 页' };
      expect(first?.rows[0]?.part).toBe(parts[name]);
    },
  );
});

test.each([
  ['a.docx', makeWord(sourceTables().slice(0, 2))],
  ...['.xlsx', '.ods', '.docx', '.odt'].map((ending) => saved(`libreoffice${ending}`)),
  ...['.xls', '.doc'].map((ending) => saved(`old${ending}`)),
])('%s keeps the merged cells of the same two tables', async (name, bytes) => {
  const { publication, projects } = await importFile(name, bytes);
  const expected = sourceTables().slice(0, 2);
  expect(projects.map((project) => project.name)).toEqual(
    expected.map(({ cells }) => cells.find(({ row, column }) => row === 0 && column > 0)?.text),
  );
  expect(publication.tables?.map(({ merges = '' }) => merges.split(' ').sort())).toEqual(
    expected.map((table) => mergesOf({ table, above: [table.title] })),
  );
});

/** What LibreOffice saved. */
function saved(name: string): [string, Buffer] {
  return [name, readFileSync(`tests/cli/fixtures/import/${name}`)];
}

test('rows and columns that are hidden do not count', async () => {
  const [first] = layouts.filter(({ id }) => id === 'F').flatMap(({ tables }) => tables);
  if (!first) throw new Error('the layout has no table');
  const book = read(toWorkbook([first]));
  const sheet = book.Sheets['表1'];
  if (!sheet) throw new Error('the workbook has no sheet');
  // The sheet has two lines above the table. Its second row is hidden here, with the department in it.
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer;
  const { publication } = await importFile('a.xlsx', bytes);
  const [table] = publication.tables ?? [];
  const expected = mergesOf(first)
    .filter((range) => utils.decode_range(range).s.r !== 1)
    .map((range) => {
      const { s, e } = utils.decode_range(range);
      const up = ({ r, c }: typeof s) => ({ r: r > 1 ? r - 1 : r, c });
      return utils.encode_range({ s: up(s), e: up(e) });
    });
  expect(table?.merges?.split(' ').sort()).toEqual(expected.sort());
  expect(table?.rows).toEqual([
    { part: '工作表“表1”', from: 3, to: 3 },
    { part: '工作表“表1”', from: 5, to: first.table.height + 2 },
  ]);
});

test.each([
  ['as many rows as columns', { row: 0, column: 0, rows: 2, columns: 2 }, 'A1:B2'],
  ['one row', { row: 1, column: 0, rows: 1, columns: 2 }, 'A2:B2'],
  ['one column', { row: 0, column: 1, rows: 2, columns: 1 }, 'B1:B2'],
  ['one cell', { row: 1, column: 1, rows: 1, columns: 1 }, undefined],
  ['cells of which one is in the table', { row: 1, column: 1, rows: 3, columns: 3 }, undefined],
  ['cells outside of the table', { row: 5, column: 5, rows: 2, columns: 2 }, undefined],
])('a merged cell of %s', (_, merge, merges) => {
  const numbers = [1, 2];
  const cells = numbers.map((line) => numbers.map((column) => ({ text: '', line, column })));
  const rows = numbers.map((row) => ({ origin: { part: '第 1 张表', row }, cells: ['', ''] }));
  const described = describeTable(cells, { kind: 'table', part: '第 1 张表', rows, merges: [merge] });
  expect(described.merges).toBe(merges);
});
