/**
 * In: the indicators of a comparison, in its order.
 * Out: its downloads: the table of indicators, with these rows alone.
 */
import { addressesOf } from '../identity/addresses-of.ts';
import { sheetColumns } from './column.ts';
import { MOST_ROWS, remarkOn, WORKBOOK } from './data-file.ts';
import type { IndicatorRow } from './data-set.ts';
import { indicatorTable } from './indicator-table.ts';
import { explanationSheet } from './sheet-tables.ts';
import { toCsv } from './to-csv.ts';
import type { PackageContext } from './to-data-package.ts';
import { toSheet, toWorkbook } from './to-workbook.ts';

/** The downloads of a comparison by their names, each with what a page calls it. */
export const COMPARISON_FILES = { 'indicators.xlsx': 'Excel', 'indicators.csv': 'CSV' } as const;
export type ComparisonFile = keyof typeof COMPARISON_FILES;

interface File {
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * @param title What is compared.
 * @param path Of its page.
 */
export function comparisonFile(
  name: ComparisonFile,
  rows: readonly IndicatorRow[],
  { title, path }: { title: string; path: string },
  { url }: PackageContext,
): File {
  const toAddress = addressesOf(url);
  const table = indicatorTable(toAddress);
  if (name === 'indicators.csv') return { mediaType: 'text/csv', bytes: toCsv(table, rows) };
  const fits = rows.length <= MOST_ROWS;
  const sheet = { table: { title: table.title, columns: sheetColumns(table) }, frozen: table.sheet.frozen };
  const explained = fits ? title : `${title}。${remarkOn(rows.length)}`;
  const bytes = toWorkbook([
    ...(fits ? [toSheet({ ...sheet, rows })] : []),
    toSheet(explanationSheet(explained, toAddress(path), [table])),
  ]);
  return { mediaType: WORKBOOK, bytes };
}
