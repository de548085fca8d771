import type { Asked, Project } from '../record/disclosure-schema.ts';

/** What indicators without a category or subcategory are listed under. @param label Of the column: 二级指标. */
export function unwrittenGroup(
  label: string,
  column: Asked['columns'][number],
  projects: readonly Pick<Project, 'source'>[],
): string {
  const isAsked = projects.every(({ source }) => source.asked.columns.includes(column));
  return `${isAsked ? '未写' : '没有'}${label}`;
}
