import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Imported } from '../../../src/import/imported.ts';
import { readDocument } from '../../../src/import/pdf/read-document.ts';
import { readOriginal } from '../../../src/import/read-original.ts';
import { layouts, type Layout } from '../../helpers/layouts.ts';
import { toHtml, toPasted, toRows, toWorkbook } from '../../helpers/office-files.ts';

/** The rows of all tables, without those above a table, white space, blank rows and the blank columns at the right. */
function rowsOf({ pieces }: Imported, { tables }: Layout): string[][] {
  const above = new Set(tables.flatMap((table) => table.above));
  return pieces
    .flatMap((piece) => (piece.kind === 'table' ? piece.rows.map(({ cells }) => cells) : []))
    .map((cells) => cells.map((text) => text.replaceAll(/\s/g, '')))
    .filter((cells) => !above.has(cells.join('')))
    .map((cells) => cells.slice(0, cells.findLastIndex((text) => text !== '') + 1))
    .filter((cells) => cells.length > 0);
}

describe.each(layouts)('layout $id', (layout) => {
  const printed = layout.tables.map(({ table }) => ({
    kind: 'table' as const,
    part: '',
    rows: toRows(table).map((cells, row) => ({ origin: { part: null, row }, cells })),
  }));
  const expected = rowsOf({ pieces: printed, remarks: [] }, layout);

  test.each([
    ['layout.txt', () => Buffer.from(toPasted(layout.tables))],
    ['layout.xlsx', () => toWorkbook(layout.tables)],
    ['layout.html', () => Buffer.from(toHtml(layout.tables))],
  ])('has the same rows in %s', async (name, make) => {
    expect(rowsOf(await readOriginal(name, make()), layout)).toEqual(expected);
  });

  // Without the thread in which an import reads it.
  test('has the same rows in layout.pdf', async () => {
    const bytes = readFileSync(`tests/unit/import/fixtures/pdf/layout-${layout.id.toLowerCase()}.pdf`);
    expect(rowsOf(await readDocument(bytes), layout)).toEqual(expected);
  });
});
