/**
 * In: a data set.
 * Out: its downloads, byte for byte as they are served.
 */
import { toPublishedProject } from '../record/published-disclosure.ts';
import type { DataSet } from './data-set.ts';
import { indicatorRows, projectRows } from './data-set.ts';
import { indicatorTable } from './indicator-table.ts';
import { projectTable } from './project-table.ts';
import { toCsv } from './to-csv.ts';
import { toDataPackage, type PackageContext } from './to-data-package.ts';
import { toWorkbook } from './to-workbook.ts';

/** One download. */
export interface DataFile {
  /** `projects.csv` */
  name: string;
  /** What it is, in a list of downloads. */
  label: string;
  mediaType: string;
  bytes: Uint8Array;
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

/** The downloads of one data set, in the order in which pages list them. */
export function dataFiles(set: DataSet, context: PackageContext): DataFile[] {
  const toAddress = (path: string) => (context.url === undefined ? path : context.url + path);
  const projects = { table: projectTable(toAddress), rows: projectRows(set) };
  const indicators = { table: indicatorTable(toAddress), rows: indicatorRows(set) };
  const projectsCsv = toCsv(projects.table, projects.rows);
  const indicatorsCsv = toCsv(indicators.table, indicators.rows);
  const csvFiles: DataFile[] = [
    { name: 'projects.csv', label: '项目表（CSV）', mediaType: 'text/csv', bytes: projectsCsv },
    { name: 'indicators.csv', label: '指标表（CSV）', mediaType: 'text/csv', bytes: indicatorsCsv },
  ];
  if (set.kind === 'project') {
    const [project] = projects.rows.map((row) => toPublishedProject(row.project));
    return [json('project.json', '本项目的数据（JSON）', project), ...csvFiles];
  }
  return [
    {
      name: 'disclosure.xlsx',
      label: '项目和指标（Excel）',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: toWorkbook(projects, indicators),
    },
    ...csvFiles,
    json('disclosure.json', '全部内容和提示（JSON）', {
      projects: projects.rows.map((row) => toPublishedProject(row.project)),
      notices: set.sources.flatMap(({ notices }) => notices),
    }),
    json(
      'datapackage.json',
      '数据说明（Data Package）',
      toDataPackage(
        set,
        [
          { table: projects.table, csv: projectsCsv },
          { table: indicators.table, csv: indicatorsCsv },
        ],
        context,
      ),
    ),
  ];
}

function json(name: string, label: string, value: unknown): DataFile {
  return {
    name,
    label,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
  };
}
