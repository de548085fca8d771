import type { Permalinks } from '../identity/permalinks.ts';
import type { SiteUrls } from './published-urls.ts';
import { currentPaths } from './redirects.ts';

/**
 * The record after an old page was given a new one, or an old row (`/2026/a/b/#row`) a new row or a page. What stood under the
 * old page leads to its like under the new one, or to the new page itself; the page of an indicator's old name goes with its
 * row where no other row has that name.
 *
 * A project's old name of an earlier year counts as an old page, too.
 *
 * Returns a sentence for staff where it can't be done.
 */
export function movePermalink(from: string, to: string, site: SiteUrls): Permalinks | string {
  const { permalinks } = site;
  const current = currentPaths(site);
  if (!isRecorded(from, permalinks) && !isOfEarlierYear(from, current))
    return `${from} 没有登记过，不用转到别处；登记过的网址见 permalinks.json`;
  if (current.has(from)) return `${from} 还在，不能转到别处`;
  if (!current.has(to)) return `${to} 不是本站现有的网址；新网址应是现有的一页`;
  if (to.includes('#') && !from.includes('#')) return `${from} 是一页，不能转到 ${to}；请转到一页`;
  const vanished = [from, ...permalinks.urls].filter(
    (url) => !current.has(url) && (url === from || (from.endsWith('/') && url.startsWith(from))),
  );
  const moves = vanished.map((url): [from: string, to: string] => {
    const like = to + url.slice(from.length);
    return [url, current.has(like) ? like : to];
  });
  const [oldName, newName = ''] = [from, to].map(pageOfName);
  for (const url of permalinks.urls) {
    if (oldName === undefined || !url.startsWith(oldName) || current.has(url)) continue;
    const like = newName + url.slice(oldName.length);
    const other = url.endsWith('.xml') ? '/atom.xml' : '/indicators/';
    moves.push([url, current.has(like) ? like : other]);
  }
  // What is published anew under its old path answers for itself.
  const lasting = Object.entries(permalinks.moved).filter(([old]) => !current.has(old));
  return { ...permalinks, moved: Object.fromEntries([...lasting, ...moves]) };
}

/** The page of all indicators that are called as a row is; undefined for a path of no row. */
function pageOfName(path: string): string | undefined {
  const [, anchor] = path.split('#');
  return anchor && `/indicators/name/${anchor}/`;
}

/**
 * Whether an earlier year has the page: a project that got another name in a new year was never published there under the old
 * one. The move then says that both are one project.
 */
function isOfEarlierYear(path: string, current: ReadonlySet<string>): boolean {
  const [, year = '', rest = ''] = /^\/(\d{4})\/([^#]+\/)$/.exec(path) ?? [];
  return [...current].some(
    (other) => other.endsWith(`/${rest}`) && other < `/${year}/` && other.length === path.length,
  );
}

function isRecorded(path: string, { urls, rows }: Permalinks): boolean {
  const [page = '', anchor] = path.split('#');
  if (anchor === undefined) return urls.includes(path);
  return Object.keys(rows[page.slice(1, -1)] ?? {}).includes(anchor);
}
