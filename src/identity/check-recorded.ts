import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import { bodyIdIn } from './ids.ts';
import type { Permalinks } from './permalinks.ts';

/** What a file says, and what was published of it before. */
interface Recorded {
  /** As notices name the file. */
  path: string;
  text: string;
  /** With lasting ids: the projects of the file, and the results. */
  projects: readonly { id: string }[];
  results: readonly { id: string }[];
  /** What was ever published. */
  record: Pick<Permalinks, 'names' | 'moved'>;
}

/**
 * A file that was cut where a row ends reads well: only what was published of it before shows that something is missing. The
 * warning is at the last line, where the file may go on.
 */
export function checkRecorded({ path, text, projects, results, record }: Recorded): Notice[] {
  return [
    ...checkList(projects, '项目', { path, text, record }),
    ...checkList(results, '自评', { path, text, record }),
  ];
}

function checkList(
  items: readonly { id: string }[],
  what: string,
  { path, text, record }: Pick<Recorded, 'path' | 'text' | 'record'>,
): Notice[] {
  const [first] = items;
  if (!first) return [];
  const folder = bodyIdIn(first.id);
  const ids = new Set(items.map(({ id }) => id));
  const lost = Object.entries(record.names).filter(
    ([id]) => bodyIdIn(id) === folder && !ids.has(id) && !Object.hasOwn(record.moved, `/${id}/`),
  );
  if (lost.length === 0) return [];
  const named = lost.slice(0, 3).map(([, name]) => `“${name}”`);
  const which = `${named.join('、')}${lost.length > named.length ? `等 ${lost.length} 个${what}` : ''}`;
  const line = text.trimEnd().split(/\r\n|\r|\n/).length;
  const message = `公开过的${which}${what === '项目' ? '' : '的自评'}在这个文件里没有了，文件到这一行为止；请确认已经存全。改了名称的，请运行 npm run permalinks -- --moved 旧网址 新网址`;
  return [toNotice({ path, line, column: 1 }, 'file/projects-missing', message)];
}
