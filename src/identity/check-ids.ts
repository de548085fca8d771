import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';

/** A project, or the result of one. */
interface Addressed {
  id: string;
  name: string;
  source: { path: string; startLine: number };
}

/**
 * Two projects can't share a URL, nor can two results. The second is reported, with the place of the first.
 *
 * @param projects Of all files, in their order.
 */
export function checkIds(projects: readonly Addressed[]): Notice[] {
  const first = new Map<string, Addressed>();
  return projects.flatMap((project): Notice[] => {
    const other = first.get(project.id);
    if (!other) {
      first.set(project.id, project);
      return [];
    }
    const place = `${other.source.path} 第 ${other.source.startLine} 行`;
    const reason =
      other.name === project.name ? '已有同名的项目' : `的项目“${other.name}”读音相同，网址也就相同`;
    const { path, startLine: line } = project.source;
    const message = `项目“${project.name}”重复：${place}${reason}；请删去一张表，或改一个项目名称`;
    return [toNotice({ path, line, column: 1 }, 'project/duplicate', message)];
  });
}
