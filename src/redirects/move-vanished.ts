import { writePermalinks, type Permalinks } from '../identity/permalinks.ts';
import type { Content } from '../content/open-content.ts';
import { movePermalink } from './move-permalink.ts';
import { toSiteUrls, type SiteUrls } from './published-urls.ts';
import { followMoves } from '../identity/follow-moves.ts';
import { currentPaths, vanishedRows, vanishedUrls } from './redirects.ts';

/** Originals, with the page of their body. */
const ORIGINAL = /^(\/\d{4}\/[^/]+\/)original\/[^/]+$/;

/**
 * Gives each recorded URL that a content no longer has the one that it leads to from now on, and records that: projects where staff
 * said, rows and originals where they were, pages of indicators where all indicators are.
 *
 * @param projects Old paths of projects, and the paths that they lead to.
 * @returns A sentence for staff where it can't be done; nothing is written then.
 */
export function moveVanished(content: Content, projects: ReadonlyMap<string, string>): string | null {
  const site = toSiteUrls(content);
  let record: Permalinks = site.permalinks;
  const asNow = (): SiteUrls => ({ ...site, permalinks: record });
  const move = (from: string, to: string): string | null => {
    const moved = movePermalink(from, to, asNow());
    if (typeof moved === 'string') return moved;
    record = moved;
    return null;
  };
  for (const [from, to] of projects) {
    const problem = move(from, to);
    if (problem !== null) return problem;
  }
  for (const { path, page } of vanishedRows(record, asNow())) {
    const problem = move(path, page);
    if (problem !== null) return problem;
  }
  for (const url of vanishedUrls(asNow())) {
    const to = placeOf(url);
    if (to === null) return `已公开的网址 ${url} 会消失，不知道转到哪里`;
    const problem = move(url, to);
    if (problem !== null) return problem;
  }
  writePermalinks(content.folder, record);
  return null;
}

/**
 * Gives each recorded URL that an earlier state of a content does not have the one that it leads to: the page that once got a new
 * name and has the old one again, else the nearest page above it.
 *
 * @returns As {@link moveVanished}.
 */
export function withdrawVanished(content: Content): string | null {
  const site = toSiteUrls(content);
  const current = currentPaths(site);
  const { moved } = site.permalinks;
  const moves = new Map<string, string>();
  // The page of a body comes before its files, which go with it.
  for (const url of vanishedUrls(site).sort()) {
    const isMoved = [...moves.keys()].some((page) => page.endsWith('/') && url.startsWith(page));
    if (!isMoved) moves.set(url, earlierName(url, moved, current) ?? nearestPage(url, current));
  }
  return moveVanished(content, moves);
}

/** A current page whose recorded new name is this one. */
function earlierName(url: string, moved: Permalinks['moved'], current: ReadonlySet<string>): string | null {
  const isIt = (path: string) => path === url;
  const names = Object.keys(moved).filter((from) => current.has(from) && !from.includes('#'));
  return names.find((from) => followMoves(moved[from] ?? '', moved, isIt) === url) ?? null;
}

function nearestPage(url: string, current: ReadonlySet<string>): string {
  for (let page = url.replace(/\/$/, ''); page !== '';) {
    page = page.slice(0, page.lastIndexOf('/'));
    if (current.has(`${page}/`)) return `${page}/`;
  }
  return '/';
}

/** Null: staff have to say it. */
function placeOf(url: string): string | null {
  const [, body] = ORIGINAL.exec(url) ?? [];
  if (body !== undefined) return body;
  if (url.startsWith('/indicators/')) return '/indicators/';
  return null;
}
