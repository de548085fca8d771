import { textColumn, toJsonCell, withNotAsked, type PublishedColumn, type Table } from './column.ts';
import type { Askable } from '../record/published-disclosure.ts';
import type { ProjectRow } from './data-set.ts';
import { sharedColumns } from './shared-columns.ts';

/** A text of the project as the office wrote it. */
function published(
  name: string,
  title: string,
  englishTitle: string,
  width: number,
  asks: Askable,
  value: PublishedColumn<ProjectRow>['value'],
): PublishedColumn<ProjectRow> {
  const english = {
    title: englishTitle,
    description: 'As published. Empty if the office left it blank or its form does not ask for it.',
  };
  return textColumn(name, title, '原文。原表没有填写或没有这一栏时为空。', english, width, value, asks);
}

/** One row a project. @param toAddress Makes the address of a page from its path. */
export function projectTable(toAddress: (path: string) => string): Table<ProjectRow> {
  return {
    name: 'projects',
    title: '项目',
    description: '每行是一个项目，即一张《项目绩效目标表》。',
    english: {
      title: 'Projects',
      description: 'One row per project, that is, per performance target table.',
    },
    sheet: {
      first: ['year', 'publisher', 'name', 'budget_yuan', 'indicator_count'],
      last: [
        ...['page', 'source_path', 'source_line', 'source_end_line', 'budget_line', 'source_sha256'],
        ...['not_asked', 'id'],
      ],
      frozen: 3,
    },
    primaryKey: 'id',
    foreignKeys: [],
    columns: withNotAsked<ProjectRow>([
      {
        ...sharedColumns.projectId,
        name: 'id',
        description: '年份、单位和项目名称的拼音，也是项目页的路径；不会改变。',
        english: {
          title: 'Project ID',
          description:
            'Year, office and project name in pinyin; also the path of the project’s page. Never changes.',
        },
        constraints: { required: true, unique: true, pattern: '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+$' },
      },
      sharedColumns.year,
      {
        ...sharedColumns.publisher,
        description: '发布这个文件的单位；文件头没有写明时，是各项目共同的用款单位或主管部门。',
        english: {
          title: 'Publisher',
          description:
            'The office that published the file; if the file does not name one, the spending unit or department that all its projects share.',
        },
        constraints: { required: true },
      },
      {
        ...sharedColumns.projectName,
        name: 'name',
        constraints: { required: true },
        link: ({ project }) => toAddress(`/${project.id}/`),
      },
      published('type', '项目类型', 'Project type', 24, 'type', ({ project }) => project.type),
      published('level', '项目等级', 'Project level', 12, 'level', ({ project }) => project.level),
      published(
        'department',
        '主管部门',
        'Department in charge',
        30,
        'department',
        ({ project }) => project.department,
      ),
      published(
        'spending_unit',
        '用款单位',
        'Spending unit',
        30,
        'spendingUnit',
        ({ project }) => project.spendingUnit,
      ),
      {
        name: 'period_start',
        title: '起始年度',
        description: '实施周期的第一年。原表不是两个年份时为空，原文在 other_fields 里。',
        english: {
          title: 'First year',
          description:
            'First year of the project’s period. Empty if the source does not state two years; its text is then in other_fields.',
        },
        type: 'year',
        width: 9,
        asks: 'period',
        value: ({ project }) => project.period?.start ?? null,
      },
      {
        name: 'period_end',
        title: '到期年度',
        description: '实施周期的最后一年，照原文；2099 表示没有计划结束的年份。',
        english: {
          title: 'Last year',
          description: 'Last year of the project’s period, as published; 2099 means that no end is planned.',
        },
        type: 'year',
        width: 9,
        asks: 'period',
        value: ({ project }) => project.period?.end ?? null,
      },
      {
        name: 'period_open_ended',
        title: '长期项目',
        description: '到期年度写 2099 的是 true，其他是 false；没有读出实施周期时为空。',
        english: {
          title: 'Open-ended',
          description: 'True if the last year is 2099, otherwise false; empty if no period was read.',
        },
        type: 'boolean',
        width: 9,
        asks: 'period',
        value: ({ project }) => project.period?.openEnded ?? null,
      },
      {
        name: 'budget_yuan',
        title: '预算金额（元）',
        description:
          '预算金额，单位一律是元；原表以万元计的已乘以一万，没有四舍五入。原表没有资金栏目时为空。',
        english: {
          title: 'Budget (yuan)',
          description:
            'The budget, always in yuan; sums published in 10,000 yuan are multiplied, never rounded. Empty if the form does not ask for money.',
        },
        type: 'number',
        unit: '元',
        constraints: { minimum: 0 },
        width: 15,
        asks: 'budget',
        value: ({ project }) => project.budget?.yuan ?? null,
      },
      published(
        'budget_text',
        '预算金额原文',
        'Budget as published',
        15,
        'budget',
        ({ project }) => project.budget?.text ?? null,
      ),
      published(
        'period_goal',
        '实施周期总目标',
        'Goal for the whole period',
        40,
        'periodGoal',
        ({ project }) => project.goals.period,
      ),
      published(
        'annual_goal',
        '年度目标',
        'Goal for the year',
        40,
        'annualGoal',
        ({ project }) => project.goals.annual,
      ),
      {
        name: 'indicator_count',
        title: '指标数',
        description: '这个项目在 indicators 表里有几行。',
        english: {
          title: 'Number of indicators',
          description: 'How many rows the project has in the table of indicators.',
        },
        type: 'integer',
        constraints: { required: true, minimum: 1 },
        width: 8,
        value: ({ project }) => project.indicators.length,
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
        value: ({ project }) => toJsonCell(project.otherFields),
      },
      {
        ...sharedColumns.page,
        description: '项目页的地址。',
        english: { title: 'Page', description: 'Address of the project’s page.' },
        value: ({ project }) => toAddress(`/${project.id}/`),
      },
      { ...sharedColumns.sourcePath, constraints: { required: true } },
      {
        ...sharedColumns.sourceLine,
        title: '起始行',
        description: '这张表在原文件里的第一行。',
        english: {
          title: 'First line',
          description: 'The first line of the project’s table in the source file.',
        },
        value: ({ project }) => project.source.startLine,
      },
      {
        ...sharedColumns.sourceLine,
        name: 'source_end_line',
        title: '结束行',
        description: '这张表在原文件里的最后一行。',
        english: {
          title: 'Last line',
          description: 'The last line of the project’s table in the source file.',
        },
        value: ({ project }) => project.source.endLine,
      },
      {
        name: 'budget_line',
        title: '金额所在行',
        description: '预算金额在原文件里的行。',
        english: {
          title: 'Line of the budget',
          description: 'The line of the source file that states the budget.',
        },
        type: 'integer',
        constraints: { minimum: 1 },
        width: 10,
        value: ({ project }) => project.source.lines.budget,
      },
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
        value: ({ project }) => project.source.sha256,
      },
    ]),
  };
}
