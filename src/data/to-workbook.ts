import { CFB, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import type { Column, Table, Value } from './column.ts';

/** A table with its rows. */
interface Sheet<Row> {
  table: Table<Row>;
  rows: readonly Row[];
}

/** What one file inside the workbook's archive is. */
interface ArchiveEntry {
  name: string;
  content: Uint8Array;
}

/** SheetJS's own reader and writer of archives, of which it publishes no types. */
const archives = CFB as {
  read: (bytes: Uint8Array, options: { type: 'buffer' }) => { FileIndex: ArchiveEntry[] };
  write: (
    archive: { FileIndex: ArchiveEntry[] },
    options: { type: 'buffer'; fileType: 'zip'; compression: boolean },
  ) => Uint8Array;
};

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

/** A workbook (.xlsx), a sheet a table: headers in Chinese, frozen and with filters; the same bytes each time. */
export function toWorkbook<A, B>(first: Sheet<A>, second: Sheet<B>): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, toSheet(first), first.table.title);
  utils.book_append_sheet(book, toSheet(second), second.table.title);
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer;
  return freezeHeaders(bytes);
}

function toSheet<Row>({ table: { columns }, rows }: Sheet<Row>): WorkSheet {
  const sheet: WorkSheet = {};
  const put = (row: number, column: number, cell: CellObject | null) => {
    if (cell) sheet[utils.encode_cell({ r: row, c: column })] = cell;
  };
  columns.forEach(({ title }, at) => {
    put(0, at, { t: 's', v: title });
  });
  rows.forEach((row, index) => {
    columns.forEach((column, at) => {
      put(index + 1, at, toCell(column, column.value(row)));
    });
  });
  const range = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } });
  sheet['!ref'] = range;
  sheet['!autofilter'] = { ref: range };
  sheet['!cols'] = columns.map(({ width }) => ({ wch: width }));
  return sheet;
}

/** Text is a string whatever it begins with, so nothing is ever run. A figure that a double can't hold exactly stays text. */
function toCell<Row>({ type, unit }: Column<Row>, value: Value): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return { t: 'b', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  if (type !== 'number' || !new Decimal(value).equals(Number(value)))
    return { t: 's', v: toWorkbookText(value) };
  return { t: 'n', v: Number(value), ...(unit === '元' ? { z: '#,##0.00' } : {}) };
}

/** `_x000D_` stands for a control character in a workbook; a text that holds just these letters says so. */
function toWorkbookText(text: string): string {
  return text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** SheetJS reads panes but writes none. */
function freezeHeaders(workbook: Uint8Array): Uint8Array {
  const archive = archives.read(workbook, { type: 'buffer' });
  for (const entry of archive.FileIndex) {
    if (!/^sheet\d+\.xml$/.test(entry.name)) continue;
    const xml = new TextDecoder().decode(entry.content);
    const frozen = xml.replace(/<sheetView ([^>]*)\/>/, `<sheetView $1>${FROZEN}</sheetView>`);
    if (frozen === xml) throw new Error(`No sheet view in ${entry.name}`);
    entry.content = Buffer.from(frozen);
  }
  return archives.write(archive, { type: 'buffer', fileType: 'zip', compression: true });
}
