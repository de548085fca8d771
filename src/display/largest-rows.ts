import { must } from '../record/must.ts';
import type { Change } from './changes.ts';

/** Rows of a table of changes for projects; what is new or no longer listed says so. @param count At most so many. */
export function largestRows(changes: readonly Change[], count: number) {
  return changes.slice(0, count).map(({ before, after, yuan }) => {
    const project = must(after ?? before);
    return {
      ...{ name: project.name, href: `/${project.id}/`, id: project.id, yuan: must(yuan) },
      note: before ? (after ? undefined : '没有再列') : '新列',
      before: before && (before.budget?.yuan ?? null),
      after: after && (after.budget?.yuan ?? null),
    };
  });
}
