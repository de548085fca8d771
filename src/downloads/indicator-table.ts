import type { Target } from '../record/disclosure-schema.ts';
import { textColumn, toJsonCell, withNotAsked, type PublishedColumn, type Table } from './column.ts';
import type { IndicatorRow } from './data-set.ts';
import { IF_WRITTEN, IF_WRITTEN_ENGLISH, quantityColumns } from './quantity-columns.ts';
import { sharedColumns } from './shared-columns.ts';

/** One row an indicator. @param toAddress Makes the address of a page from its path. */
export function indicatorTable(toAddress: (path: string) => string): Table<IndicatorRow> {
  return {
    name: 'indicators',
    title: '指标',
    description: '每行是一项绩效指标，即原表的一行；合并的单元格已逐行填上。',
    english: {
      title: 'Indicators',
      description:
        'One row per performance indicator, that is, per row of the published table; merged cells are repeated in each row.',
    },
    sheet: {
      first: [
        ...['year', 'publisher', 'project', 'category', 'subcategory', 'name'],
        ...['annual_target', 'period_target'],
      ],
      last: ['page', 'source_path', 'source_line', 'not_asked', 'id', 'project_id'],
      frozen: 6,
    },
    primaryKey: 'id',
    foreignKeys: [{ field: 'project_id', table: 'projects', key: 'id' }],
    columns: withNotAsked<IndicatorRow>([
      {
        name: 'id',
        title: '指标编号',
        description: '项目编号、井号和这一行在项目页上的锚点。',
        english: {
          title: 'Indicator ID',
          description: 'Project ID, number sign, and the anchor of the row on the project’s page.',
        },
        type: 'string',
        constraints: { required: true, unique: true, pattern: '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+$' },
        width: 50,
        value: ({ project, indicator }) => `${project.id}#${indicator.anchor}`,
      },
      {
        ...sharedColumns.projectId,
        description: 'projects 表的 id。',
        english: { title: 'Project ID', description: 'The id in the table of projects.' },
        constraints: { required: true },
      },
      sharedColumns.year,
      {
        ...sharedColumns.publisher,
        description: '同 projects 表。',
        english: { title: 'Publisher', description: 'As in the table of projects.' },
      },
      sharedColumns.projectName,
      textColumn(
        'category',
        '一级指标',
        IF_WRITTEN,
        { title: 'Category', description: IF_WRITTEN_ENGLISH },
        11,
        ({ indicator }) => indicator.category,
        'category',
      ),
      textColumn(
        'subcategory',
        '二级指标',
        IF_WRITTEN,
        { title: 'Subcategory', description: IF_WRITTEN_ENGLISH },
        15,
        ({ indicator }) => indicator.subcategory,
        'subcategory',
      ),
      {
        ...textColumn<IndicatorRow>(
          'name',
          '三级指标',
          '原文。',
          { title: 'Indicator', description: 'Its name, as published.' },
          28,
          ({ indicator }) => indicator.name,
        ),
        link: ({ project, indicator }) => toAddress(`/${project.id}/#${indicator.anchor}`),
      },
      ...targetColumns('annual', '年度指标值', 'Annual target', ({ indicator }) => indicator.annualTarget),
      ...targetColumns(
        'period',
        '实施周期指标值',
        'Target for the whole period',
        ({ indicator }) => indicator.periodTarget,
      ),
      {
        name: 'details',
        title: '其他列',
        description: '本表没有列的各列，JSON 数组，每项有 label（列名）和 value（原文）。没有时为空。',
        english: {
          title: 'Other columns',
          description:
            'Columns of the source that have no column here, such as weights, as a JSON array of objects with label (the header) and value (as published). Empty if there are none.',
        },
        type: 'array',
        width: 20,
        value: ({ indicator }) => toJsonCell(indicator.details),
      },
      {
        ...sharedColumns.page,
        description: '这一行在项目页上的地址。',
        english: { title: 'Page', description: 'Address of the row on the project’s page.' },
        value: ({ project, indicator }) => toAddress(`/${project.id}/#${indicator.anchor}`),
      },
      sharedColumns.sourcePath,
      {
        ...sharedColumns.sourceLine,
        title: '所在行',
        description: '这一行在原文件里的行号。',
        english: { title: 'Line', description: 'Line of the row in the source file.' },
        value: ({ indicator }) => indicator.line,
      },
      textColumn(
        'project_apart',
        '同名项目的区别',
        '本单位这一年有同名的项目时，这个项目与它们的区别：用款单位；用款单位相同或没有写的，是预算金额等。没有同名项目时为空。',
        {
          title: 'What sets the project apart',
          description:
            'If the office has several projects of this name in this year: what tells this one from the others. That is the spending unit or, where units are equal or not stated, the budget or the like. Empty if the name is unique.',
        },
        30,
        ({ project, source }) => source.apart.get(project.id) ?? null,
      ),
    ]).concat(projectColumns),
  };
}

/** What a reader of one indicator asks of its project, so that the tables need not be joined. Added behind the columns of before. */
const projectColumns: PublishedColumn<IndicatorRow>[] = [
  {
    ...textColumn<IndicatorRow>(
      'budget_yuan',
      '项目预算金额（元）',
      '同 projects 表。',
      { title: 'Project’s budget (yuan)', description: 'As in the table of projects.' },
      16,
      ({ project }) => project.budget?.yuan ?? null,
    ),
    type: 'number',
    unit: '元',
  },
  textColumn(
    'project_type',
    '项目类型',
    '同 projects 表的 type。',
    { title: 'Project type', description: 'The type in the table of projects.' },
    20,
    ({ project }) => project.type,
  ),
];

/** The columns of one of an indicator's targets. */
function targetColumns(
  prefix: 'annual' | 'period',
  title: string,
  englishTitle: string,
  targetOf: (row: IndicatorRow) => Target | null,
): PublishedColumn<IndicatorRow>[] {
  const [text, ...figures] = quantityColumns(
    { name: `${prefix}_target`, prefix, title, englishTitle, what: 'target' },
    targetOf,
  );
  return [{ ...text, asks: `${prefix}Target` }, ...figures];
}
