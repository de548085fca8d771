import type { FundRow, Money } from '../record/result-schema.ts';
import { textColumn, toJsonCell, type PublishedColumn, type Table } from './column.ts';
import { IF_WRITTEN, IF_WRITTEN_ENGLISH } from './quantity-columns.ts';
import { figureColumns, resultColumns } from './result-columns.ts';
import type { ResultRow } from './result-set.ts';
import { sharedColumns } from './shared-columns.ts';

/** One row a result. @param toAddress Makes the address of a page from its path. */
export function resultTable(toAddress: (path: string) => string): Table<ResultRow> {
  return {
    name: 'results',
    title: '自评',
    description: '每行是一个项目一年的自评，即一张《项目支出绩效自评表》。',
    english: {
      title: 'Results',
      description:
        'One row per project and year, that is, per table in which the office says what became of its targets.',
    },
    sheet: {
      first: ['year', 'publisher', 'name', 'spent_yuan', 'rate', 'score', 'full_score'],
      last: [
        ...['project_page', 'page', 'source_path', 'source_line', 'source_end_line', 'funds_line'],
        ...['score_line', 'source_sha256', 'id', 'project_id'],
      ],
      frozen: 3,
    },
    primaryKey: 'id',
    foreignKeys: [{ field: 'project_id', table: 'projects', key: 'id' }],
    columns: [
      {
        name: 'id',
        title: '自评编号',
        description: '年份、文件、results 和项目名称的拼音，也是自评页的路径；不会改变。',
        english: {
          title: 'Result ID',
          description:
            'Year, file, the word results, and project name in pinyin; also the path of the result’s page. Never changes.',
        },
        type: 'string',
        constraints: { required: true, unique: true, pattern: '^\\d{4}/[a-z0-9-]+/results/[a-z0-9-]+$' },
        width: 50,
        value: ({ result }) => result.id,
      },
      resultColumns.year,
      {
        ...resultColumns.publisher,
        description: '发布这个文件的单位；文件头没有写明时，是各项目共同的实施单位或主管部门。',
        english: {
          title: 'Publisher',
          description:
            'The office that published the file; if the file does not name one, the spending unit or department that all its results share.',
        },
        constraints: { required: true },
      },
      {
        ...resultColumns.projectName,
        name: 'name',
        constraints: { required: true },
        link: ({ result }) => toAddress(`/${result.id}/`),
      },
      written('code', '项目编码', 'Project code', 20, ({ result }) => result.code),
      written('department', '主管部门', 'Department in charge', 30, ({ result }) => result.department),
      written('spending_unit', '实施单位', 'Spending unit', 30, ({ result }) => result.spendingUnit),
      {
        name: 'project_id',
        title: '项目编号',
        description: '对上的项目，即 projects 表的 id。没有公开过目标，或者不能确定是哪一个项目的，为空。',
        english: {
          title: 'Project ID',
          description:
            'The project whose target this result answers: its id in the table of projects. Empty if no target was published, or if it is not clear which.',
        },
        type: 'string',
        width: 44,
        value: ({ project }) => project?.id ?? null,
      },
      {
        name: 'project_page',
        title: '项目网页',
        description: '对上的项目的网页。没有对上时为空。',
        english: {
          title: 'Page of the project',
          description:
            'Address of the page of the project whose target this result answers. Empty if there is none.',
        },
        type: 'string',
        width: 30,
        value: ({ project }) => (project ? toAddress(`/${project.id}/`) : null),
      },
      ...moneyColumns('initial', '年初预算数', 'Budget at the start of the year', (funds) => funds.initial),
      ...moneyColumns(
        'revised',
        '全年预算数',
        'Budget after changes within the year',
        (funds) => funds.revised,
      ),
      ...moneyColumns('spent', '全年执行数', 'Spending of the year', (funds) => funds.spent),
      ...figureColumns<ResultRow>('rate', '执行率', 'Rate of spending', (row) => totalOf(row)?.rate ?? null),
      ...figureColumns<ResultRow>(
        'funds_weight',
        '资金分值',
        'Points for spending, at most',
        (row) => totalOf(row)?.weight ?? null,
      ),
      ...figureColumns<ResultRow>(
        'funds_score',
        '资金得分',
        'Points for spending',
        (row) => totalOf(row)?.score ?? null,
      ),
      ...figureColumns<ResultRow>(
        'score',
        '总分',
        'Points in total',
        ({ result }) => result.total?.score ?? null,
      ),
      ...figureColumns<ResultRow>(
        'full_score',
        '满分',
        'Points in total, at most',
        ({ result }) => result.total?.weight ?? null,
      ),
      written('expected_goal', '预期目标', 'Goal', 40, ({ result }) => result.goals.expected),
      written(
        'actual_goal',
        '实际完成情况',
        'What became of the goal',
        40,
        ({ result }) => result.goals.actual,
      ),
      {
        name: 'indicator_count',
        title: '指标数',
        description: '这张自评表在 result-indicators 表里有几行。',
        english: {
          title: 'Number of indicators',
          description: 'How many rows the result has in the table of its indicators.',
        },
        type: 'integer',
        constraints: { required: true, minimum: 1 },
        width: 8,
        value: ({ result }) => result.indicators.length,
      },
      {
        name: 'fund_rows',
        title: '资金各行',
        description: '项目资金的各行，总额在前，JSON 数组，每项和 results.json 里的相同。没有时为空。',
        english: {
          title: 'Rows of funds',
          description:
            'All rows on funds, the total first, as a JSON array of objects as in results.json. Empty if there are none.',
        },
        type: 'array',
        width: 24,
        value: ({ result: { funds } }) =>
          toJsonCell([...(funds.total ? [funds.total] : []), ...funds.sources]),
      },
      {
        name: 'other_fields',
        title: '其他栏目',
        description:
          '本表没有列的栏目，JSON 数组，每项有 label（栏目）、value（原文）和 line（行号）。没有时为空。',
        english: {
          title: 'Other fields',
          description:
            'Fields of the source that have no column here, as a JSON array of objects with label, value (as published) and line (line number). Empty if there are none.',
        },
        type: 'array',
        width: 24,
        value: ({ result }) => toJsonCell(result.otherFields),
      },
      {
        ...sharedColumns.page,
        description: '自评页的地址。',
        english: { title: 'Page', description: 'Address of the result’s page.' },
        value: ({ result }) => toAddress(`/${result.id}/`),
      },
      { ...resultColumns.sourcePath, constraints: { required: true } },
      ...lineColumns,
      {
        name: 'source_sha256',
        title: '原文件 SHA-256',
        description: '原文件的 SHA-256，用来确认文件没有改动。',
        english: {
          title: 'SHA-256 of the source file',
          description: 'Shows whether the file has been altered.',
        },
        type: 'string',
        constraints: { required: true, pattern: '^[0-9a-f]{64}$' },
        width: 20,
        value: ({ result }) => result.source.sha256,
      },
    ],
  };
}

/** Where the table is in its file, and what of it is where. */
const lineColumns: readonly PublishedColumn<ResultRow>[] = [
  {
    ...sharedColumns.sourceLine,
    title: '起始行',
    description: '这张表在原文件里的第一行。',
    english: { title: 'First line', description: 'The first line of the table in the source file.' },
    value: ({ result }) => result.source.startLine,
  },
  {
    ...sharedColumns.sourceLine,
    name: 'source_end_line',
    title: '结束行',
    description: '这张表在原文件里的最后一行。',
    english: { title: 'Last line', description: 'The last line of the table in the source file.' },
    value: ({ result }) => result.source.endLine,
  },
  {
    name: 'funds_line',
    title: '资金所在行',
    description: '年度资金总额在原文件里的行。没有这一行时为空。',
    english: {
      title: 'Line of the funds',
      description: 'The line of the source file that states the total of the funds. Empty if there is none.',
    },
    type: 'integer',
    constraints: { minimum: 1 },
    width: 10,
    value: (row) => totalOf(row)?.line ?? null,
  },
  {
    name: 'score_line',
    title: '总分所在行',
    description: '总分在原文件里的行。没有这一行时为空。',
    english: {
      title: 'Line of the points',
      description: 'The line of the source file that states the points in total. Empty if there is none.',
    },
    type: 'integer',
    constraints: { minimum: 1 },
    width: 10,
    value: ({ result }) => result.total?.line ?? null,
  },
];

/** A text of the table as the office wrote it. */
function written(
  name: string,
  title: string,
  englishTitle: string,
  width: number,
  value: PublishedColumn<ResultRow>['value'],
): PublishedColumn<ResultRow> {
  return textColumn(
    name,
    title,
    '原文。原表没有填写或没有这一栏时为空。',
    {
      title: englishTitle,
      description: 'As published. Empty if the office left it blank or its form does not ask for it.',
    },
    width,
    value,
  );
}

/** A sum of the row 年度资金总额: in yuan, and behind it the text. */
function moneyColumns(
  name: string,
  title: string,
  englishTitle: string,
  moneyOf: (funds: FundRow) => Money | null,
): PublishedColumn<ResultRow>[] {
  const of = (row: ResultRow) => {
    const funds = totalOf(row);
    return funds && moneyOf(funds);
  };
  return [
    {
      name: `${name}_yuan`,
      title: `${title}（元）`,
      description:
        '年度资金总额的这一列，单位一律是元；原表以万元计的已乘以一万，没有四舍五入。不是金额，或原表没有写单位时为空。',
      english: {
        title: `${englishTitle} (yuan)`,
        description:
          'From the row that is the total of the funds, always in yuan; sums published in 10,000 yuan are multiplied, never rounded. Empty if the text is no sum of money, or if the table names no unit.',
      },
      type: 'number',
      unit: '元',
      width: 15,
      value: (row) => of(row)?.yuan ?? null,
    },
    textColumn(
      `${name}_text`,
      `${title}原文`,
      IF_WRITTEN,
      { title: `${englishTitle} as published`, description: IF_WRITTEN_ENGLISH },
      15,
      (row) => of(row)?.text ?? null,
    ),
  ];
}

/** The row 年度资金总额. */
function totalOf({ result }: ResultRow): FundRow | null {
  return result.funds.total;
}
