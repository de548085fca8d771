import { textColumn, toJsonCell, withNotAsked, type Column, type Table } from './column.ts';
import type { Askable } from '../record/published-disclosure.ts';
import type { ProjectRow } from './data-set.ts';
import { sharedColumns } from './shared-columns.ts';

/** A text of the project as the office wrote it. */
function published(
  name: string,
  title: string,
  width: number,
  asks: Askable,
  value: Column<ProjectRow>['value'],
): Column<ProjectRow> {
  return textColumn(name, title, '原文。原表没有填写或没有这一栏时为空。', width, value, asks);
}

/** One row a project. @param toAddress Makes the address of a page from its path. */
export function projectTable(toAddress: (path: string) => string): Table<ProjectRow> {
  return {
    name: 'projects',
    title: '项目',
    description: '每行是一个项目，即一张《项目绩效目标表》。',
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
        constraints: { required: true, unique: true, pattern: '^\\d{4}/[a-z0-9-]+/[a-z0-9-]+$' },
      },
      sharedColumns.year,
      {
        ...sharedColumns.publisher,
        description: '发布这个文件的单位；文件头没有写明时，是各项目共同的用款单位或主管部门。',
        constraints: { required: true },
      },
      {
        ...sharedColumns.projectName,
        name: 'name',
        constraints: { required: true },
        link: ({ project }) => toAddress(`/${project.id}/`),
      },
      published('type', '项目类型', 24, 'type', ({ project }) => project.type),
      published('level', '项目等级', 12, 'level', ({ project }) => project.level),
      published('department', '主管部门', 30, 'department', ({ project }) => project.department),
      published('spending_unit', '用款单位', 30, 'spendingUnit', ({ project }) => project.spendingUnit),
      {
        name: 'period_start',
        title: '起始年度',
        description: '实施周期的第一年。原表不是两个年份时为空，原文在 other_fields 里。',
        type: 'year',
        width: 9,
        asks: 'period',
        value: ({ project }) => project.period?.start ?? null,
      },
      {
        name: 'period_end',
        title: '到期年度',
        description: '实施周期的最后一年，照原文；2099 表示没有计划结束的年份。',
        type: 'year',
        width: 9,
        asks: 'period',
        value: ({ project }) => project.period?.end ?? null,
      },
      {
        name: 'period_open_ended',
        title: '长期项目',
        description: '到期年度写 2099 的是 true，其他是 false；没有读出实施周期时为空。',
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
        type: 'number',
        unit: '元',
        constraints: { minimum: 0 },
        width: 15,
        asks: 'budget',
        value: ({ project }) => project.budget?.yuan ?? null,
      },
      published('budget_text', '预算金额原文', 15, 'budget', ({ project }) => project.budget?.text ?? null),
      published('period_goal', '实施周期总目标', 40, 'periodGoal', ({ project }) => project.goals.period),
      published('annual_goal', '年度目标', 40, 'annualGoal', ({ project }) => project.goals.annual),
      {
        name: 'indicator_count',
        title: '指标数',
        description: '这个项目在 indicators 表里有几行。',
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
        type: 'array',
        width: 24,
        value: ({ project }) => toJsonCell(project.otherFields),
      },
      {
        ...sharedColumns.page,
        description: '项目页的地址。',
        value: ({ project }) => toAddress(`/${project.id}/`),
      },
      { ...sharedColumns.sourcePath, constraints: { required: true } },
      {
        ...sharedColumns.sourceLine,
        title: '起始行',
        description: '这张表在原文件里的第一行。',
        value: ({ project }) => project.source.startLine,
      },
      {
        ...sharedColumns.sourceLine,
        name: 'source_end_line',
        title: '结束行',
        description: '这张表在原文件里的最后一行。',
        value: ({ project }) => project.source.endLine,
      },
      {
        name: 'budget_line',
        title: '金额所在行',
        description: '预算金额在原文件里的行。',
        type: 'integer',
        constraints: { minimum: 1 },
        width: 10,
        value: ({ project }) => project.source.lines.budget,
      },
      {
        name: 'source_sha256',
        title: '原文件 SHA-256',
        description: '原文件的 SHA-256，用来确认文件没有改动。',
        type: 'string',
        constraints: { required: true, pattern: '^[0-9a-f]{64}$' },
        width: 20,
        value: ({ project }) => project.source.sha256,
      },
    ]),
  };
}
