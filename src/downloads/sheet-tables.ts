/** The sheets of a workbook that are no files of their own: notices, and what each column is. */
import { isWithin } from '../record/is-within.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { textColumn, type Column, type Table } from './column.ts';
import type { DataSet, DataSource } from './data-set.ts';
import type { Sheet } from './to-workbook.ts';

interface NoticeRow {
  source: DataSource;
  notice: Notice;
}

/** The notices of a data set, with their projects and lines. @param toAddress Makes the address of a page from its path. */
export function noticeSheet(set: DataSet, toAddress: (path: string) => string): Sheet<NoticeRow> {
  const projectOf = ({ source, notice }: NoticeRow) =>
    source.projects.find((project) => isWithin(project, notice.line));
  const columns: Column<NoticeRow>[] = [
    {
      name: 'year',
      title: '预算年度',
      description: '',
      type: 'year',
      width: 9,
      value: ({ source }) => source.year,
    },
    textColumn('publisher', '发布单位', '', 20, ({ source }) => source.publisher),
    textColumn('project', '项目名称', '', 24, (row) => projectOf(row)?.name ?? null),
    {
      ...textColumn<NoticeRow>('message', '提示', '', 80, ({ notice }) => notice.message),
      link: (row) => {
        const project = projectOf(row);
        const page = project ? `/${project.id}/` : `/${row.source.id}/source/`;
        return toAddress(`${page}#L${row.notice.line}`);
      },
    },
    textColumn('severity', '轻重', '', 8, ({ notice }) => (notice.severity === 'info' ? '说明' : '提示')),
    textColumn('path', '原文件', '', 30, ({ notice }) => notice.path),
    {
      name: 'line',
      title: '所在行',
      description: '',
      type: 'integer',
      width: 8,
      value: ({ notice }) => notice.line,
    },
    textColumn('rule', '规则', '', 24, ({ notice }) => notice.rule),
  ];
  const rows = set.sources.flatMap((source) => source.notices.map((notice) => ({ source, notice })));
  return { table: { title: '提示', columns }, rows, frozen: 3 };
}

/** One line of the explanations. */
interface Explanation {
  sheet: string;
  column: string;
  text: string;
}

/** What the workbook is, and what each of its columns holds. */
export function explanationSheet(
  title: string,
  home: string,
  tables: readonly Pick<Table<never>, 'title' | 'description' | 'columns'>[],
): Sheet<Explanation> {
  const columns: Column<Explanation>[] = [
    textColumn('sheet', '工作表', '', 12, ({ sheet }) => sheet),
    textColumn('column', '列', '', 24, ({ column }) => column),
    {
      ...textColumn<Explanation>('text', '说明', '', 100, ({ text }) => text),
      link: ({ sheet }) => (sheet === '' ? home : ''),
    },
  ];
  const rows = [
    { sheet: '', column: '', text: title },
    {
      sheet: '',
      column: '',
      text: '原文逐字照录，没有改动；从原文读出的数另列一栏，没有读懂的是空的。金额一律以元计。',
    },
    ...tables.flatMap((table) => [
      { sheet: table.title, column: '', text: table.description },
      ...table.columns.map(({ title: column, description }) => ({
        sheet: table.title,
        column,
        text: description,
      })),
    ]),
  ];
  return { table: { title: '说明', columns }, rows };
}
