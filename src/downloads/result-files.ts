/**
 * In: the results of a data set.
 * Out: their downloads, byte for byte as they are served.
 */
import { addressesOf } from '../identity/addresses-of.ts';
import { must } from '../record/must.ts';
import { toPublishedNotice, toPublishedResult } from '../record/published-disclosure.ts';
import {
  csvFile,
  jsonFile,
  MOST_ROWS,
  remarkOn,
  tableSheet,
  toFile,
  WORKBOOK,
  type DataFile,
  type TableRows,
} from './data-file.ts';
import { resultIndicatorTable } from './result-indicator-table.ts';
import {
  resultIndicatorRows,
  resultRows,
  type ResultIndicatorRow,
  type ResultRow,
  type ResultSet,
} from './result-set.ts';
import { resultTable } from './result-table.ts';
import { explanationSheet, noticeSheet } from './sheet-tables.ts';
import { listsToJson, toJson } from './to-json.ts';
import type { PackageContext, WrittenTable } from './to-data-package.ts';
import { toSheet, toWorkbook } from './to-workbook.ts';

/** The downloads of the page of one result. */
export const RESULT_FILES = ['result.json', 'result-indicators.csv'] as const;
/** The downloads of results: of a file, of a year, and of the whole site. */
export const RESULT_SET_FILES = [
  'results.xlsx',
  'results.csv',
  'result-indicators.csv',
  'results.json',
] as const;

/** The downloads of one result. */
export function resultFiles(set: ResultSet, { url }: PackageContext): DataFile[] {
  const indicators = { table: resultIndicatorTable(addressesOf(url)), rows: resultIndicatorRows(set) };
  const [row] = resultRows(set);
  return [
    jsonFile('result.json', '本自评的数据（JSON）', toJson(toPublishedResult(must(row).result))),
    csvFile(indicators, '自评指标表（CSV）'),
  ];
}

/**
 * The downloads of results, in the order in which pages list them, and the tables among them.
 *
 * @param page Path of the page that lists them.
 * @param mostRows Of indicators in a workbook.
 */
export function resultSetFiles(
  set: ResultSet,
  page: string,
  { url }: PackageContext,
  mostRows = MOST_ROWS,
): { files: DataFile[]; tables: WrittenTable[] } {
  const toAddress = addressesOf(url);
  const results = { table: resultTable(toAddress), rows: resultRows(set) };
  const indicators = { table: resultIndicatorTable(toAddress), rows: resultIndicatorRows(set) };
  const resultsFile = csvFile(results, '自评表（CSV）');
  const indicatorsFile = csvFile(indicators, '自评指标表（CSV）');
  const lists = listsToJson([
    ['results', results.rows.values().map(({ result }) => toPublishedResult(result))],
    ['notices', set.sources.flatMap(({ notices }) => notices.map(toPublishedNotice))],
  ]);
  return {
    files: [
      workbook(set, page, results, indicators, toAddress, mostRows),
      resultsFile,
      indicatorsFile,
      jsonFile('results.json', '全部自评和提示（JSON）', lists),
    ],
    tables: [
      { table: results.table, file: resultsFile },
      { table: indicators.table, file: indicatorsFile },
    ],
  };
}

function workbook(
  set: ResultSet,
  page: string,
  results: TableRows<ResultRow>,
  indicators: TableRows<ResultIndicatorRow>,
  toAddress: (path: string) => string,
  mostRows: number,
): DataFile {
  const fits = indicators.rows.length <= mostRows;
  const label = fits ? '自评和自评指标（Excel）' : '自评（Excel；指标太多，请下载各年度或各单位的）';
  const { name, title } = indicators.table;
  const remark = fits ? '' : `。${remarkOn(indicators.rows.length, title, `${name}.csv`)}`;
  const tables = [results.table, ...(fits ? [indicators.table] : [])];
  const noticed = set.sources.map((source) => ({
    ...source,
    projects: source.results.map(({ result }) => result),
  }));
  const bytes = toWorkbook([
    tableSheet(results),
    ...(fits ? [tableSheet(indicators)] : []),
    toSheet(noticeSheet(noticed, toAddress)),
    toSheet(explanationSheet(`${set.title}${remark}`, toAddress(page), tables)),
  ]);
  return toFile('results.xlsx', label, WORKBOOK, bytes);
}
