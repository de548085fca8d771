/**
 * In: a data set.
 * Out: its downloads, byte for byte as they are served.
 */
import { hash } from 'node:crypto';
import { addressesOf } from '../identity/addresses-of.ts';
import { toPublishedNotice, toPublishedProject } from '../record/published-disclosure.ts';
import { sheetColumns, type Table } from './column.ts';
import { indicatorRows, projectRows, type DataSet, type IndicatorRow, type ProjectRow } from './data-set.ts';
import { indicatorTable } from './indicator-table.ts';
import { projectTable } from './project-table.ts';
import { toCsv } from './to-csv.ts';
import { listsToJson, toJson } from './to-json.ts';
import { toDataPackage, type PackageContext } from './to-data-package.ts';
import { explanationSheet, noticeSheet } from './sheet-tables.ts';
import { toSheet, toWorkbook, type MadeSheet } from './to-workbook.ts';

interface TableRows<Row> {
  table: Table<Row>;
  rows: readonly Row[];
}

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

/** The downloads of a project's page: its record, and both tables. */
export const PROJECT_FILES = ['project.json', 'projects.csv', 'indicators.csv'] as const;
/** The downloads of a body's year, of a year, and of the whole site. */
export const SET_FILES = [
  'disclosure.xlsx',
  'projects.csv',
  'indicators.csv',
  'disclosure.json',
  'datapackage.json',
] as const;

/**
 * A workbook with more indicators has its projects alone: Excel takes a million rows and is slow with a tenth of it. The file
 * stays, as its address is published.
 */
export const MOST_ROWS = 100_000;

/** The downloads of one data set, in the order in which pages list them. @param mostRows Of indicators in a workbook. */
export function dataFiles(set: DataSet, context: PackageContext, mostRows = MOST_ROWS): DataFile[] {
  const toAddress = addressesOf(context.url);
  const projects = { table: projectTable(toAddress), rows: projectRows(set) };
  const indicators = { table: indicatorTable(toAddress), rows: indicatorRows(set) };
  const csv = <Row>({ table, rows }: TableRows<Row>, label: string) =>
    toFile(`${table.name}.csv`, label, 'text/csv', toCsv(table, rows));
  const projectsFile = csv(projects, '项目表（CSV）');
  const indicatorsFile = csv(indicators, '指标表（CSV）');
  const published = projects.rows.values().map(({ project }) => toPublishedProject(project));
  if (set.kind === 'project')
    return [
      json('project.json', '本项目的数据（JSON）', toJson(published.next().value)),
      projectsFile,
      indicatorsFile,
    ];
  const lists = listsToJson([
    ['projects', published],
    ['notices', set.sources.flatMap(({ notices }) => notices.map(toPublishedNotice))],
  ]);
  const tables = [
    { table: projects.table, file: projectsFile },
    { table: indicators.table, file: indicatorsFile },
  ];
  return [
    workbook(set, projects, indicators, context, mostRows),
    projectsFile,
    indicatorsFile,
    json('disclosure.json', '全部内容和提示（JSON）', lists),
    json('datapackage.json', '数据说明（Data Package）', toJson(toDataPackage(set, tables, context))),
  ];
}

function workbook(
  set: DataSet,
  projects: TableRows<ProjectRow>,
  indicators: TableRows<IndicatorRow>,
  { url }: PackageContext,
  mostRows: number,
): DataFile {
  const toAddress = addressesOf(url);
  const fits = indicators.rows.length <= mostRows;
  const label = fits ? '项目和指标（Excel）' : '项目（Excel；指标太多，请下载各年度或各单位的）';
  const tables = [projects.table, ...(fits ? [indicators.table] : [])];
  const title = fits ? set.title : `${set.title}。${remarkOn(indicators.rows.length)}`;
  const bytes = toWorkbook([
    tableSheet(projects),
    ...(fits ? [tableSheet(indicators)] : []),
    toSheet(noticeSheet(set, toAddress)),
    toSheet(explanationSheet(title, toAddress(`/${set.id && `${set.id}/`}`), tables)),
  ]);
  return toFile('disclosure.xlsx', label, WORKBOOK, bytes);
}

/** A table as a sheet, in the order that is for people. */
function tableSheet<Row>({ table, rows }: TableRows<Row>): MadeSheet {
  const { title, sheet } = table;
  return toSheet({ table: { title, columns: sheetColumns(table) }, rows, frozen: sheet.frozen });
}

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Why a workbook is without its indicators, and where they are. */
export function remarkOn(count: number): string {
  return `指标共 ${count} 行，一张工作表里放不下。请下载各年度或各单位的 Excel 文件，或者 indicators.csv。`;
}

function json(name: string, label: string, bytes: Uint8Array): DataFile {
  return toFile(name, label, 'application/json', bytes);
}

function toFile(name: string, label: string, mediaType: string, bytes: Uint8Array): DataFile {
  return { name, label, mediaType, bytes, sha256: hash('sha256', bytes) };
}
