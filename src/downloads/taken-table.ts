/**
 * In: a table as a page shows it.
 * Out: the file of it that a reader takes along, made in the browser. The whole tables are files of the site.
 */
import type { Column, Value } from './column.ts';
import { toCsv } from './to-csv.ts';
import { toSheet, toWorkbook } from './to-workbook.ts';

/** A column of a table that is taken along. */
export interface TakenColumn {
  /** Header, in both files. */
  title: string;
  /** `number`: an exact decimal, given as its digits. */
  type: 'string' | 'integer' | 'number';
  /** In characters. */
  width: number;
  /** `元`: the figures are sums of money. */
  unit?: string;
}

export interface TakenTable {
  /** Name of the file, without its ending, and of the sheet. */
  name: string;
  columns: readonly TakenColumn[];
  /** A value for each column. */
  rows: readonly (readonly Value[])[];
  /** So many columns stay in sight in the workbook. */
  frozen?: number;
  /** Where the cells of a column lead: its place, and an address for each row. */
  links?: { column: number; addresses: readonly string[] };
}

export type TakenKind = 'xlsx' | 'csv';

/** A sheet's name has at most so many characters, and none of these. */
const LONGEST = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;
/** What a file's name can't hold on common systems. */
const NOT_IN_FILES = /[\\/:*?"<>|\p{Cc}]/gu;

export function toTakenFile(
  { name, columns, rows, frozen = 0, links }: TakenTable,
  kind: TakenKind,
): { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> } {
  type Row = readonly Value[];
  const addresses = new Map(rows.map((row, place) => [row, links?.addresses[place]]));
  const made = columns.map(({ title, ...column }, place): Column<Row> => ({
    ...{ ...column, title, name: title, description: '', value: (row) => row[place] ?? null },
    ...(links?.column === place && { link: (row) => addresses.get(row) ?? '' }),
  }));
  const file = `${name.replaceAll(NOT_IN_FILES, ' ').trim()}.${kind}`;
  if (kind === 'csv') return { name: file, mediaType: 'text/csv', bytes: toCsv({ columns: made }, rows) };
  const sheet = name.replaceAll(FORBIDDEN, ' ').slice(0, LONGEST);
  const bytes = toWorkbook([toSheet({ table: { title: sheet, columns: made }, rows, frozen })]);
  return {
    name: file,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}
