import { SSF, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Column, Table, Value } from './column.ts';

/** A table with its rows. */
export interface Sheet<Row> {
  table: Pick<Table<Row>, 'title' | 'columns'>;
  rows: readonly Row[];
}

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

/** Deflate level; the next one takes more than twice the time for 10 % less. */
const LEVEL = 3;

/** Date of all parts, so that two builds give the same bytes: the earliest in an archive, which has no time zones. */
const EPOCH = new Date(1980, 0, 1);

/** The numbers of the formats that the library has; it gives the others to those of a workbook. */
const isBuiltIn = (id: number) => id < 50 || id === 56;

/** A workbook (.xlsx), a sheet a table: headers in Chinese, frozen and with filters; the same bytes each time. */
export function toWorkbook<A, B>(first: Sheet<A>, second: Sheet<B>): Uint8Array {
  const book = { ...utils.book_new(), SSF: builtInFormats() };
  utils.book_append_sheet(book, toSheet(first), first.table.title);
  utils.book_append_sheet(book, toSheet(second), second.table.title);
  // Compressed when the headers are frozen.
  const bytes = write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    compression: false,
    bookSST: true,
  }) as Buffer;
  return freezeHeaders(bytes);
}

/** The library would also write the formats of all workbooks that it has read in this process. */
function builtInFormats(): Record<string, string> {
  const formats = Object.entries((SSF as { get_table: () => Record<string, string> }).get_table());
  return Object.fromEntries(formats.filter(([id]) => isBuiltIn(Number(id))));
}

function toSheet<Row>({ table: { columns }, rows }: Sheet<Row>): WorkSheet {
  const header = columns.map(({ title }): CellObject => ({ t: 's', v: title }));
  const cells = rows.map((row) => columns.map((column) => toCell(column, column.value(row)) ?? undefined));
  const sheet: WorkSheet = { '!data': [header, ...cells] as CellObject[][] };
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

/** In a workbook `_x000D_` means a control character; the same letters as text are escaped. */
function toWorkbookText(text: string): string {
  return text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** SheetJS reads panes but writes none. */
function freezeHeaders(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]) => {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return [name, bytes] as const;
    const xml = strFromU8(bytes);
    const frozen = xml.replace(/<sheetView ([^>]*)\/>/, `<sheetView $1>${FROZEN}</sheetView>`);
    if (frozen === xml) throw new Error(`No sheet view in ${name}`);
    return [name, strToU8(frozen)] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: EPOCH, level: LEVEL });
}
