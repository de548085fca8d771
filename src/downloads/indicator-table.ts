import type { Target } from '../record/disclosure-schema.ts';
import { textColumn, toJsonCell, withNotAsked, type Column, type Table } from './column.ts';
import type { IndicatorRow } from './data-set.ts';
import { sharedColumns } from './shared-columns.ts';
import { toQuantity, type Quantity } from './to-quantity.ts';

const IF_WRITTEN = '原文。原表没有填写或没有这一列时为空。';

type Value = Column<IndicatorRow>['value'];

/** One row an indicator. @param toAddress Makes the address of a page from its path. */
export function indicatorTable(toAddress: (path: string) => string): Table<IndicatorRow> {
  return {
    name: 'indicators',
    title: '指标',
    description: '每行是一项绩效指标，即原表的一行；合并的单元格已逐行填上。',
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
        type: 'string',
        constraints: { required: true, unique: true, pattern: '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+$' },
        width: 50,
        value: ({ project, indicator }) => `${project.id}#${indicator.anchor}`,
      },
      { ...sharedColumns.projectId, description: 'projects 表的 id。', constraints: { required: true } },
      sharedColumns.year,
      { ...sharedColumns.publisher, description: '同 projects 表。' },
      sharedColumns.projectName,
      textColumn('category', '一级指标', IF_WRITTEN, 11, ({ indicator }) => indicator.category, 'category'),
      textColumn(
        'subcategory',
        '二级指标',
        IF_WRITTEN,
        15,
        ({ indicator }) => indicator.subcategory,
        'subcategory',
      ),
      {
        ...textColumn<IndicatorRow>('name', '三级指标', '原文。', 28, ({ indicator }) => indicator.name),
        link: ({ project, indicator }) => toAddress(`/${project.id}/#${indicator.anchor}`),
      },
      ...targetColumns('annual', '年度指标值', ({ indicator }) => indicator.annualTarget),
      ...targetColumns('period', '实施周期指标值', ({ indicator }) => indicator.periodTarget),
      {
        name: 'details',
        title: '其他列',
        description: '本表没有列的各列，JSON 数组，每项有 label（列名）和 value（原文）。没有时为空。',
        type: 'array',
        width: 20,
        value: ({ indicator }) => toJsonCell(indicator.details),
      },
      {
        ...sharedColumns.page,
        description: '这一行在项目页上的地址。',
        value: ({ project, indicator }) => toAddress(`/${project.id}/#${indicator.anchor}`),
      },
      sharedColumns.sourcePath,
      {
        ...sharedColumns.sourceLine,
        title: '所在行',
        description: '这一行在原文件里的行号。',
        value: ({ indicator }) => indicator.line,
      },
      textColumn(
        'project_apart',
        '同名项目的区别',
        '本单位这一年有同名的项目时，这个项目与它们的区别：用款单位；用款单位相同或没有写的，是预算金额等。没有同名项目时为空。',
        30,
        ({ project, source }) => source.apart.get(project.id) ?? null,
      ),
    ]).concat(projectColumns),
  };
}

/** What a reader of one indicator asks of its project, so that the tables need not be joined. Added behind the columns of before. */
const projectColumns: Column<IndicatorRow>[] = [
  {
    ...textColumn<IndicatorRow>(
      'budget_yuan',
      '项目预算金额（元）',
      '同 projects 表。',
      16,
      ({ project }) => project.budget?.yuan ?? null,
    ),
    type: 'number',
    unit: '元',
  },
  textColumn('project_type', '项目类型', '同 projects 表的 type。', 20, ({ project }) => project.type),
];

/** A target's columns: as published, and what was read from it. Each figure's unit is in its header, or in the column behind it. */
function targetColumns(
  prefix: 'annual' | 'period',
  title: string,
  targetOf: (row: IndicatorRow) => Target | null,
): Column<IndicatorRow>[] {
  const text = (suffix: string, label: string, description: string, width: number, value: Value) =>
    textColumn(`${prefix}_${suffix}`, title + label, description, width, value);
  const figure =
    (part: keyof Quantity): Value =>
    (row) =>
      toQuantity(targetOf(row))[part];
  const yuan = { type: 'number', unit: '元' } as const;
  const comparators = '从原文读出：“不少于”“以上”等读作 ≥，“约”读作 ≈。没有写时为空。';
  const sums = '从原文读出的金额，单位一律是元；原文以万元计的已乘以一万。不是金额时为空。';
  const values = `从原文读出的数，单位见 ${prefix}_unit。金额另列在 ${prefix}_yuan；单价（如万元/年）换算成元。只有文字时为空。`;
  const units = '数值的单位，照原文；单价换算成元后以“元/”开头。没有单位时为空。';
  return [
    {
      ...text('target', '', IF_WRITTEN, 20, (row) => targetOf(row)?.text ?? null),
      asks: `${prefix}Target`,
    },
    {
      ...text('comparator', '比较符', comparators, 8, (row) => targetOf(row)?.comparator ?? null),
      constraints: { enum: ['≥', '≤', '>', '<', '=', '≈'] },
    },
    { ...text('yuan', '（元）', sums, 15, figure('yuan')), ...yuan },
    {
      ...text(
        'yuan_upper',
        '上限（元）',
        '原文是金额的范围时，范围的上限，单位是元。',
        15,
        figure('yuanUpper'),
      ),
      ...yuan,
    },
    { ...text('value', '数值（单位见后列）', values, 12, figure('value')), type: 'number' },
    {
      ...text('upper', '上限（单位见后列）', '原文是范围时，范围的上限。', 12, figure('upper')),
      type: 'number',
    },
    text('unit', '单位', units, 8, figure('unit')),
  ];
}
