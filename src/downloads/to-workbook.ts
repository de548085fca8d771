import { SSF, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import type { Column, Value } from './column.ts';
import { finishWorkbook } from './finish-workbook.ts';

/** A table with its rows, as a sheet. */
export interface Sheet<Row> {
  table: { title: string; columns: readonly Column<Row>[] };
  rows: readonly Row[];
  /** So many columns at the left stay in sight. */
  frozen?: number;
}

/** A sheet whose cells are made. */
export interface MadeSheet {
  title: string;
  cells: WorkSheet;
  frozen: number;
}

/** More links than this make a sheet slow; a program can't have more than 65,530. */
const MOST_LINKS = 20_000;

/** UTF-16 units in a cell, of all spreadsheet programs. */
const LONGEST_CELL = 32_767;
/** UTF-16 units that are kept of a longer text. Escapes make it at most twice as long. */
const KEPT = 16_000;
/** What a cut text ends with. */
const CUT = '……（这一格放不下，全文在 CSV 和 JSON 文件里）';

/** The numbers of the formats that the library has; it gives the others to those of a workbook. */
const isBuiltIn = (id: number) => id < 50 || id === 56;

/** A workbook (.xlsx): bold headers in Chinese, frozen and with filters, cells that lead to their pages; the same bytes each time. */
export function toWorkbook(sheets: readonly MadeSheet[]): Uint8Array<ArrayBuffer> {
  const book = { ...utils.book_new(), SSF: builtInFormats() };
  for (const { title, cells } of sheets) utils.book_append_sheet(book, cells, title);
  // Compressed when it is finished.
  const bytes = write(book, {
    type: 'array',
    bookType: 'xlsx',
    compression: false,
    bookSST: true,
  }) as ArrayBuffer;
  return finishWorkbook(
    new Uint8Array(bytes),
    sheets.map(({ frozen }) => frozen),
  );
}

/** The library would also write the formats of all workbooks that it has read in this process. */
function builtInFormats(): Record<string, string> {
  const formats = Object.entries((SSF as { get_table: () => Record<string, string> }).get_table());
  return Object.fromEntries(formats.filter(([id]) => isBuiltIn(Number(id))));
}

/** The cells of a sheet. */
export function toSheet<Row>({ table: { title, columns }, rows, frozen = 0 }: Sheet<Row>): MadeSheet {
  const header = columns.map(({ title: label }): CellObject => ({ t: 's', v: label }));
  const isLinked = rows.length <= MOST_LINKS;
  const cells = rows.map((row) =>
    columns.map((column) => {
      const cell = toCell(column, column.value(row)) ?? undefined;
      const address = isLinked ? column.link?.(row) : undefined;
      // A path alone leads nowhere from a file.
      return cell && address?.startsWith('http') ? { ...cell, l: { Target: address } } : cell;
    }),
  );
  const sheet: WorkSheet = { '!data': [header, ...cells] as CellObject[][] };
  const range = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } });
  sheet['!ref'] = range;
  sheet['!autofilter'] = { ref: range };
  sheet['!cols'] = columns.map(({ width }) => ({ wch: width }));
  return { title, cells: sheet, frozen };
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

/**
 * In a workbook `_x000D_` means a control character; the same letters as text are escaped. A text that no cell can hold is cut, and
 * says where it is whole.
 */
function toWorkbookText(text: string): string {
  const escaped = escape(text);
  if (escaped.length <= LONGEST_CELL) return escaped;
  // Half a character is none.
  return escape(text.slice(0, KEPT).replace(/[\ud800-\udbff]$/, '')) + CUT;
}

function escape(text: string): string {
  return text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}
