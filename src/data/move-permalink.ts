import type { Permalinks } from '../collection/permalinks.ts';
import type { SiteUrls } from './published-urls.ts';

/**
 * The record after an old page was given a new one. What stood under the old page leads to its like under the new one,
 * or to the new page itself.
 *
 * Returns a sentence for staff where it can't be done.
 */
export function movePermalink(from: string, to: string, { permalinks, urls }: SiteUrls): Permalinks | string {
  const current = new Set(urls);
  if (!permalinks.urls.includes(from))
    return `${from} 没有登记过，不用转到别处；登记过的网址见 permalinks.json`;
  if (current.has(from)) return `${from} 还在，不能转到别处`;
  if (!current.has(to)) return `${to} 不是本站现有的网址；新网址应是现有的一页`;
  const vanished = permalinks.urls.filter(
    (url) => !current.has(url) && (url === from || (from.endsWith('/') && url.startsWith(from))),
  );
  const moves = vanished.map((url): [from: string, to: string] => {
    const like = to + url.slice(from.length);
    return [url, current.has(like) ? like : to];
  });
  // What is published anew under its old path answers for itself.
  const lasting = Object.entries(permalinks.moved).filter(([old]) => !current.has(old));
  return { ...permalinks, moved: Object.fromEntries([...lasting, ...moves]) };
}
