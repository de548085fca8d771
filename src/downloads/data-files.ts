/**
 * In: a data set.
 * Out: its downloads, byte for byte as they are served.
 */
import { addressesOf } from '../identity/addresses-of.ts';
import { toPublishedNotice, toPublishedOverall, toPublishedProject } from '../record/published-disclosure.ts';
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
import {
  hasTargets,
  indicatorRows,
  pageOfResults,
  projectRows,
  type DataSet,
  type IndicatorRow,
  type ProjectRow,
} from './data-set.ts';
import { indicatorTable } from './indicator-table.ts';
import { projectTable } from './project-table.ts';
import { RESULT_FILES, RESULT_SET_FILES, resultFiles, resultSetFiles } from './result-files.ts';
import { listsToJson, toJson } from './to-json.ts';
import { toDataPackage, type PackageContext, type WrittenTable } from './to-data-package.ts';
import { explanationSheet, noticeSheet } from './sheet-tables.ts';
import { toSheet, toWorkbook } from './to-workbook.ts';

/** The downloads of a project's page: its record, and both tables. */
export const PROJECT_FILES = ['project.json', 'projects.csv', 'indicators.csv'] as const;
/** The description of a set's tables. */
const PACKAGE = 'datapackage.json';
/** The downloads of targets: of a body's year, of a year, and of the whole site. */
const TARGET_FILES = ['disclosure.xlsx', 'projects.csv', 'indicators.csv', 'disclosure.json'] as const;

/** The downloads of a set's targets with their description. */
export const SET_FILES = [...TARGET_FILES, PACKAGE] as const;
/** The downloads of a set's results with their description. */
export const ANSWERED_FILES = [...RESULT_SET_FILES, PACKAGE] as const;

/** Names of the downloads of a data set, in the order in which pages list them. */
export function fileNames(set: DataSet): readonly string[] {
  if (set.kind === 'project') return PROJECT_FILES;
  if (set.kind === 'result') return RESULT_FILES;
  return [...(hasTargets(set) ? TARGET_FILES : []), ...(set.results ? RESULT_SET_FILES : []), PACKAGE];
}

/** The downloads of one data set, in the order in which pages list them. @param mostRows Of indicators in a workbook. */
export function dataFiles(set: DataSet, context: PackageContext, mostRows = MOST_ROWS): DataFile[] {
  if (set.kind === 'result' && set.results) return resultFiles(set.results, context);
  const made = [
    ...(hasTargets(set) ? [targetFiles(set, context, mostRows)] : []),
    ...(set.results ? [resultSetFiles(set.results, pageOfResults(set), context, mostRows)] : []),
  ];
  const files = made.flatMap((each) => each.files);
  if (set.kind === 'project') return files;
  const tables = made.flatMap((each) => each.tables);
  return [
    ...files,
    jsonFile(PACKAGE, '数据说明（Data Package）', toJson(toDataPackage(set, tables, context))),
  ];
}

function targetFiles(
  set: DataSet,
  context: PackageContext,
  mostRows: number,
): { files: DataFile[]; tables: WrittenTable[] } {
  const toAddress = addressesOf(context.url);
  const projects = { table: projectTable(toAddress), rows: projectRows(set) };
  const indicators = { table: indicatorTable(toAddress), rows: indicatorRows(set) };
  const projectsFile = csvFile(projects, '项目表（CSV）');
  const indicatorsFile = csvFile(indicators, '指标表（CSV）');
  const published = projects.rows.values().map(({ project }) => toPublishedProject(project));
  const tables = [
    { table: projects.table, file: projectsFile },
    { table: indicators.table, file: indicatorsFile },
  ];
  if (set.kind === 'project') {
    const file = jsonFile('project.json', '本项目的数据（JSON）', toJson(published.next().value));
    return { files: [file, projectsFile, indicatorsFile], tables };
  }
  const overall = set.sources.flatMap((source) => source.overall.map(toPublishedOverall));
  const lists = listsToJson([
    ['projects', published],
    ...(overall.length > 0 ? [['overall', overall] as const] : []),
    ['notices', set.sources.flatMap(({ notices }) => notices.map(toPublishedNotice))],
  ]);
  return {
    files: [
      workbook(set, projects, indicators, context, mostRows),
      projectsFile,
      indicatorsFile,
      jsonFile('disclosure.json', `全部${set.results ? '项目' : '内容'}和提示（JSON）`, lists),
    ],
    tables,
  };
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
    toSheet(noticeSheet(set.sources, toAddress)),
    toSheet(explanationSheet(title, toAddress(`/${set.id && `${set.id}/`}`), tables)),
  ]);
  return toFile('disclosure.xlsx', label, WORKBOOK, bytes);
}
