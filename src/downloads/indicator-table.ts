import type { English } from '../display/english.ts';
import type { Target } from '../record/disclosure-schema.ts';
import { textColumn, toJsonCell, withNotAsked, type PublishedColumn, type Table } from './column.ts';
import type { IndicatorRow } from './data-set.ts';
import { sharedColumns } from './shared-columns.ts';
import { toQuantity, type Quantity } from './to-quantity.ts';

const IF_WRITTEN = '原文。原表没有填写或没有这一列时为空。';
const IF_WRITTEN_ENGLISH = 'As published. Empty if the office left it blank or its form has no such column.';

type Value = PublishedColumn<IndicatorRow>['value'];

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

/** A target's columns: as published, and what was read from it. Each figure's unit is in its header, or in the column behind it. */
function targetColumns(
  prefix: 'annual' | 'period',
  title: string,
  englishTitle: string,
  targetOf: (row: IndicatorRow) => Target | null,
): PublishedColumn<IndicatorRow>[] {
  const text = (
    suffix: string,
    label: string,
    description: string,
    english: English,
    width: number,
    value: Value,
  ) =>
    textColumn(
      `${prefix}_${suffix}`,
      title + label,
      description,
      { ...english, title: englishTitle + english.title },
      width,
      value,
    );
  const figure =
    (part: keyof Quantity): Value =>
    (row) =>
      toQuantity(targetOf(row))[part];
  const yuan = { type: 'number', unit: '元' } as const;
  const comparators = '从原文读出：“不少于”“以上”等读作 ≥，“约”读作 ≈。没有写时为空。';
  const sums = '从原文读出的金额，单位一律是元；原文以万元计的已乘以一万。不是金额时为空。';
  const values = `从原文读出的数，单位见 ${prefix}_unit。金额另列在 ${prefix}_yuan；单价（如万元/年）换算成元。只有文字时为空。`;
  const units = '数值的单位，照原文；单价换算成元后以“元/”开头。没有单位时为空。';
  const english = {
    comparator: {
      title: ': comparator',
      description:
        'Read from the published text: wordings for “at least” become ≥, “about” becomes ≈. Empty if none is written.',
    },
    yuan: {
      title: ' (yuan)',
      description:
        'A sum of money read from the published text, always in yuan; sums in 10,000 yuan are multiplied. Empty if the target is no sum of money.',
    },
    yuanUpper: {
      title: ': upper bound (yuan)',
      description: 'If the text states a range of money: its upper end, in yuan.',
    },
    value: {
      title: ': value',
      description: `The figure read from the published text; its unit is in ${prefix}_unit. Sums of money are in ${prefix}_yuan instead; prices per unit are converted to yuan. Empty if the target is words only.`,
    },
    upper: {
      title: ': upper bound',
      description: 'If the text states a range: its upper end, in the same unit.',
    },
    unit: {
      title: ': unit',
      description:
        'Unit of the value, in Chinese as published; prices per unit begin with the character for yuan and a slash. Empty if there is no unit.',
    },
  };
  return [
    {
      ...text(
        'target',
        '',
        IF_WRITTEN,
        { title: '', description: IF_WRITTEN_ENGLISH },
        20,
        (row) => targetOf(row)?.text ?? null,
      ),
      asks: `${prefix}Target`,
    },
    {
      ...text(
        'comparator',
        '比较符',
        comparators,
        english.comparator,
        8,
        (row) => targetOf(row)?.comparator ?? null,
      ),
      constraints: { enum: ['≥', '≤', '>', '<', '=', '≈'] },
    },
    { ...text('yuan', '（元）', sums, english.yuan, 15, figure('yuan')), ...yuan },
    {
      ...text(
        'yuan_upper',
        '上限（元）',
        '原文是金额的范围时，范围的上限，单位是元。',
        english.yuanUpper,
        15,
        figure('yuanUpper'),
      ),
      ...yuan,
    },
    { ...text('value', '数值（单位见后列）', values, english.value, 12, figure('value')), type: 'number' },
    {
      ...text(
        'upper',
        '上限（单位见后列）',
        '原文是范围时，范围的上限。',
        english.upper,
        12,
        figure('upper'),
      ),
      type: 'number',
    },
    text('unit', '单位', units, english.unit, 8, figure('unit')),
  ];
}
