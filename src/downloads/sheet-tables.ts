/** The sheets of a workbook that are no files of their own: notices, and what each column is. */
import type { English } from '../display/english.ts';
import { isWithin, type FromTable } from '../record/is-within.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { textColumn, type PublishedColumn, type Table } from './column.ts';
import type { DataSource } from './data-set.ts';
import type { Sheet } from './to-workbook.ts';

/** A source file with what is read from its tables. */
type NoticedSource = Pick<DataSource, 'id' | 'year' | 'publisher' | 'notices'> & {
  /** Projects, or results of them. */
  projects: readonly (FromTable & { id: string; name: string })[];
};

interface NoticeRow {
  source: NoticedSource;
  notice: Notice;
}

/** The notices of some files, with their projects and lines. @param toAddress Makes the address of a page from its path. */
export function noticeSheet(
  sources: readonly NoticedSource[],
  toAddress: (path: string) => string,
): Sheet<NoticeRow> {
  const rows = sources.flatMap((source) => source.notices.map((notice) => ({ source, notice })));
  return { table: { title: '提示', columns: noticeColumns(toAddress) }, rows, frozen: 3 };
}

/** The columns of the sheet of notices. */
export function noticeColumns(toAddress: (path: string) => string): PublishedColumn<NoticeRow>[] {
  const projectOf = ({ source, notice }: NoticeRow) =>
    source.projects.find((project) => isWithin(project, notice.line));
  return [
    {
      name: 'year',
      title: '预算年度',
      description: '',
      english: { title: 'Budget year', description: 'The year of the budget.' },
      type: 'year',
      width: 9,
      value: ({ source }) => source.year,
    },
    textColumn(
      'publisher',
      '发布单位',
      '',
      { title: 'Publisher', description: 'The office that published the file.' },
      20,
      ({ source }) => source.publisher,
    ),
    textColumn(
      'project',
      '项目名称',
      '',
      {
        title: 'Project name',
        description: 'The project that the notice is about. Empty if it is about the whole file.',
      },
      24,
      (row) => projectOf(row)?.name ?? null,
    ),
    {
      ...textColumn<NoticeRow>(
        'message',
        '提示',
        '',
        {
          title: 'Notice',
          description: 'What the check found, in Chinese; links to the line of the source.',
        },
        80,
        ({ notice }) => notice.message,
      ),
      link: (row) => {
        const project = projectOf(row);
        const page = project ? `/${project.id}/` : `/${row.source.id}/source/`;
        return toAddress(`${page}#L${row.notice.line}`);
      },
    },
    textColumn(
      'severity',
      '轻重',
      '',
      {
        title: 'Severity',
        description: 'Either a notice, which asks to compare two places, or a remark, which is background.',
      },
      8,
      ({ notice }) => (notice.severity === 'info' ? '说明' : '提示'),
    ),
    textColumn(
      'path',
      '原文件',
      '',
      { title: 'Source file', description: 'Path of the source file.' },
      30,
      ({ notice }) => notice.path,
    ),
    {
      name: 'line',
      title: '所在行',
      description: '',
      english: { title: 'Line', description: 'Line of the source file.' },
      type: 'integer',
      width: 8,
      value: ({ notice }) => notice.line,
    },
    textColumn(
      'rule',
      '规则',
      '',
      { title: 'Rule', description: 'ID of the rule; the rules are listed in the guide.' },
      24,
      ({ notice }) => notice.rule,
    ),
  ];
}

/** One line of the explanations. */
interface Explanation {
  sheet: string;
  column: string;
  text: string;
  /** Empty: not translated. */
  english: string;
}

/** What the workbook is, and what each of its columns holds. */
export function explanationSheet(
  title: string,
  home: string,
  tables: readonly Pick<Table<never>, 'title' | 'description' | 'english' | 'columns'>[],
): Sheet<Explanation> {
  const rows = [
    { sheet: '', column: '', text: title, english: '' },
    {
      sheet: '',
      column: '',
      text: '原文逐字照录，没有改动；从原文读出的数另列一栏，没有读懂的是空的。金额一律以元计。',
      english:
        'Texts are as published, word for word. Figures read from them are in columns of their own, which are empty where a text was not understood. All money is in yuan.',
    },
    ...tables.flatMap((table) => [
      { sheet: table.title, column: '', text: table.description, english: sentence(table.english) },
      ...table.columns.map(({ title: column, description, english }) => ({
        sheet: table.title,
        column,
        text: description,
        english: sentence(english),
      })),
    ]),
  ];
  return { table: { title: '说明', columns: explanationColumns(home) }, rows };
}

/** The columns of the sheet of explanations. @param home Address that the explanation of the whole workbook leads to. */
export function explanationColumns(home: string): PublishedColumn<Explanation>[] {
  return [
    textColumn(
      'sheet',
      '工作表',
      '',
      { title: 'Sheet', description: 'The sheet that is explained.' },
      12,
      ({ sheet }) => sheet,
    ),
    textColumn(
      'column',
      '列',
      '',
      {
        title: 'Column',
        description: 'The header that is explained. Empty if the line is about the whole sheet.',
      },
      24,
      ({ column }) => column,
    ),
    {
      ...textColumn<Explanation>(
        'text',
        '说明',
        '',
        { title: 'Explanation', description: 'What the column or the sheet holds, in Chinese.' },
        100,
        ({ text }) => text,
      ),
      link: ({ sheet }) => (sheet === '' ? home : ''),
    },
    textColumn(
      'english',
      'English',
      '',
      { title: 'English', description: 'The explanation in English.' },
      100,
      ({ english }) => english,
    ),
  ];
}

function sentence({ title, description }: English): string {
  return `${title}. ${description}`;
}
