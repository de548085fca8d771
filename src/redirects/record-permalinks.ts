import { relative, resolve } from 'node:path';
import type { Replacement } from '../cache/replace-file.ts';
import { formatNotices } from '../content/format-notices.ts';
import type { Content } from '../content/open-content.ts';
import { baseOf } from '../identity/addresses-of.ts';
import { PERMALINKS, readPermalinks, writePermalinks, type Permalinks } from '../identity/permalinks.ts';
import { movePermalink } from './move-permalink.ts';
import { toSiteUrls } from './published-urls.ts';
import { checkPermalinks } from './redirects.ts';

/** Sentences for staff: what was done, and what is wrong. */
export interface Recorded {
  done: string[];
  /** Empty where all is well. */
  problem: string;
}

/**
 * Records every URL of a content, and every row's link, in its `permalinks.json`. Never removes one.
 *
 * @param move An old address that is gone, and the one that it leads to from now on.
 * @param more Files that are written with it, unless an address would vanish.
 */
export function recordPermalinks(
  content: Content,
  move: readonly [from: string, to: string] | null,
  more: readonly Replacement[] = [],
): Recorded {
  const { folder, errors } = content;
  const toShownPath = (path: string) => relative('', resolve(folder, path));
  if (errors.length > 0)
    return failure(`内容有 ${errors.length} 处错误，没有登记：\n${formatNotices(errors, toShownPath)}`);
  const site = toSiteUrls(content);
  const base = baseOf(content.identity.url);
  const paths = move && { from: toPath(move[0], base), to: toPath(move[1], base) };
  const moved = paths ? movePermalink(paths.from, paths.to, site) : site.permalinks;
  if (typeof moved === 'string') return failure(moved);
  const recorded = new Set(moved.urls);
  const added = site.urls.filter((url) => !recorded.has(url));
  const rows = withRows(moved.rows, site.rows);
  const names = { ...moved.names, ...site.names };
  const traits = { ...moved.traits, ...site.traits };
  const all = { urls: [...moved.urls, ...added], names, traits, rows, moved: moved.moved };
  // While an address would vanish, nothing is published.
  const isPublished = checkPermalinks({ ...site, permalinks: all }).length === 0;
  writePermalinks(folder, all, isPublished ? more : []);
  const vanished = checkPermalinks({ ...site, ...readPermalinks(folder) });
  return {
    done: [
      ...(paths ? [`${paths.from} 从此转到 ${paths.to}`] : []),
      `${toShownPath(PERMALINKS)}：新登记 ${added.length} 个网址，共 ${moved.urls.length + added.length} 个；新登记 ${countRows(rows) - countRows(moved.rows)} 个指标链接，共 ${countRows(rows)} 个`,
    ],
    problem: formatNotices(vanished, toShownPath),
  };
}

function failure(problem: string): Recorded {
  return { done: [], problem };
}

/** Old rows stay on record; current rows have their current fingerprints. */
function withRows(old: Permalinks['rows'], current: Permalinks['rows']): Permalinks['rows'] {
  const merged = Object.entries(current).map(([id, anchors]) => [id, { ...old[id], ...anchors }] as const);
  return { ...old, ...Object.fromEntries(merged) };
}

function countRows(rows: Permalinks['rows']): number {
  return Object.values(rows).reduce((count, anchors) => count + Object.keys(anchors).length, 0);
}

/** A path or a whole address as the permalinks write it: the path in the site, with the anchor of a row. */
function toPath(address: string, base: string): string {
  const { pathname, hash } = new URL(address, 'https://site.invalid/');
  const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
  return (/\/[^/.]+$/.test(path) ? `${path}/` : path) + hash;
}
