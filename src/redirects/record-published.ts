import { readHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { VERSIONS } from '../content/recorded-versions.ts';
import { formatDay } from '../display/format-day.ts';
import { recordVersions } from '../revisions/record-versions.ts';
import { recordPermalinks, type Recorded } from './record-permalinks.ts';

/**
 * Records what a content publishes: its URLs and rows, and where it is not in Git, its versions.
 *
 * @param move An old address that is gone, and the one that it leads to from now on.
 */
export function recordPublished(
  content: Content,
  move: readonly [from: string, to: string] | null,
): Recorded {
  const recorded = recordPermalinks(content, move);
  // Git keeps the versions of a content that is in it.
  if (recorded.problem !== '' || readHistory(content.folder).commit !== null) return recorded;
  const versions = recordVersions(content, formatDay(new Date()));
  if (versions > 0)
    recorded.done.push(`${VERSIONS}：新登记 ${versions} 个文件的版本，网站由此知道公布以后改了什么`);
  return recorded;
}
