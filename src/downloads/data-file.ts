import { hash } from 'node:crypto';
import { sheetColumns, type Table } from './column.ts';
import { toCsv } from './to-csv.ts';
import { toSheet, type MadeSheet } from './to-workbook.ts';

/** One download. */
export interface DataFile {
  /** `projects.csv` */
  name: string;
  /** What it is, in a list of downloads. */
  label: string;
  mediaType: string;
  bytes: Uint8Array;
  /** In hexadecimal. */
  sha256: string;
}

/** A table with its rows. */
export interface TableRows<Row> {
  table: Table<Row>;
  rows: readonly Row[];
}

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A workbook with more rows of indicators leaves them out: Excel takes a million rows and is slow with a tenth of it. The file stays,
 * as its address is published.
 */
export const MOST_ROWS = 100_000;

/**
 * Why a workbook is without its indicators, and where they are.
 *
 * @param what The rows: `指标`.
 * @param file The table that has them: `indicators.csv`.
 */
export function remarkOn(count: number, what = '指标', file = 'indicators.csv'): string {
  return `${what}共 ${count} 行，一张工作表里放不下。请下载各年度或各单位的 Excel 文件，或者 ${file}。`;
}

/** A table as a sheet, in the order that is for people. */
export function tableSheet<Row>({ table, rows }: TableRows<Row>): MadeSheet {
  const { title, sheet } = table;
  return toSheet({ table: { title, columns: sheetColumns(table) }, rows, frozen: sheet.frozen });
}

/** A table as CSV. */
export function csvFile<Row>({ table, rows }: TableRows<Row>, label: string): DataFile {
  return toFile(`${table.name}.csv`, label, 'text/csv', toCsv(table, rows));
}

export function jsonFile(name: string, label: string, bytes: Uint8Array): DataFile {
  return toFile(name, label, 'application/json', bytes);
}

export function toFile(name: string, label: string, mediaType: string, bytes: Uint8Array): DataFile {
  return { name, label, mediaType, bytes, sha256: hash('sha256', bytes) };
}
