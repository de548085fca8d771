import { readHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { VERSIONS } from '../content/recorded-versions.ts';
import { formatDay } from '../display/format-day.ts';
import { newVersions } from '../revisions/record-versions.ts';
import { recordPermalinks, type Recorded } from './record-permalinks.ts';

const NONE = { count: 0, files: [] };

/**
 * Records what a content publishes: its URLs and rows, and where it is not in Git, its versions.
 *
 * @param move An old address that is gone, and the one that it leads to from now on.
 */
export function recordPublished(
  content: Content,
  move: readonly [from: string, to: string] | null,
): Recorded {
  // Git keeps the versions of a content that is in it.
  const isInGit = readHistory(content.folder).commit !== null;
  const { count, files } = isInGit ? NONE : newVersions(content, formatDay(new Date()));
  const recorded = recordPermalinks(content, move, files);
  if (recorded.problem === '' && count > 0)
    recorded.done.push(`${VERSIONS}：新登记 ${count} 个文件的版本，网站由此知道公布以后改了什么`);
  return recorded;
}
