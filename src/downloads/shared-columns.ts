import type { PublishedColumn } from './column.ts';
import type { ProjectRow } from './data-set.ts';

/**
 * The columns of both tables: whose project a row belongs to, and where it was published. Each table adds
 * the rest.
 */
export const sharedColumns = {
  projectId: {
    name: 'project_id',
    title: '项目编号',
    type: 'string',
    width: 44,
    value: ({ project }) => project.id,
  },
  year: {
    name: 'year',
    title: '预算年度',
    description: '预算所属的年份。',
    english: { title: 'Budget year', description: 'The year of the budget.' },
    type: 'year',
    constraints: { required: true },
    width: 9,
    value: ({ project }) => project.year,
  },
  publisher: {
    name: 'publisher',
    title: '发布单位',
    type: 'string',
    width: 20,
    value: ({ source }) => source.publisher,
  },
  projectName: {
    name: 'project',
    title: '项目名称',
    description: '原文。',
    english: { title: 'Project name', description: 'As published.' },
    type: 'string',
    width: 24,
    value: ({ project }) => project.name,
  },
  page: {
    name: 'page',
    title: '网页',
    type: 'string',
    constraints: { required: true },
    width: 30,
  },
  sourcePath: {
    name: 'source_path',
    title: '原文件',
    description: '原文件的路径。',
    english: { title: 'Source file', description: 'Path of the source file.' },
    type: 'string',
    width: 30,
    value: ({ project }) => project.source.path,
  },
  /** A line of the source. */
  sourceLine: {
    name: 'source_line',
    type: 'integer',
    constraints: { required: true, minimum: 1 },
    width: 8,
  },
} as const satisfies Record<string, Partial<PublishedColumn<ProjectRow>>>;
