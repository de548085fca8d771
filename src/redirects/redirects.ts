import { PERMALINKS, type Permalinks } from '../identity/permalinks.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import { followMoves } from '../identity/follow-moves.ts';
import { isForFrames } from '../identity/routes.ts';
import type { SiteUrls } from './published-urls.ts';

/** An old path, and the one that answers in its place. */
export interface Redirect {
  from: string;
  to: string;
}

/** The redirects of a site: what moved, and is not published anew under its old path. Rows move within pages, unseen by servers. */
export function toRedirects({ permalinks, urls }: Pick<SiteUrls, 'permalinks' | 'urls'>): Redirect[] {
  const current = new Set(urls);
  return Object.keys(permalinks.moved)
    .filter((from) => !current.has(from) && !from.includes('#'))
    .flatMap((from) => {
      const to = followMoves(from, permalinks.moved, (path) => current.has(path));
      return to === null ? [] : [{ from, to }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Paths of all pages, downloads and rows of a site. */
export function currentPaths({ urls, rows }: Pick<SiteUrls, 'urls' | 'rows'>): Set<string> {
  return new Set([...urls, ...rowPaths(rows).map(({ path }) => path)]);
}

/** An error for each recorded URL that is neither current nor redirected, with its line in the file. */
export function checkPermalinks(site: SiteUrls): Notice[] {
  const { permalinks, text, urls, errors } = site;
  const lineOf = lineFinder(text ?? '');
  const report = (line: number, message: string) =>
    toNotice({ path: PERMALINKS, line, column: 1 }, 'permalink/vanished', message);
  return [
    ...errors,
    ...vanishedUrls(site).map((url) =>
      report(lineOf(url), `已公开的网址 ${url} 会消失；${adviceFor(url, urls)}，否则请恢复原来的内容`),
    ),
    ...vanishedRows(permalinks, site).map(({ id, anchor, path, page }) =>
      report(
        lineOf(id, anchor),
        `已公开的指标链接 ${path} 会消失；指标如果改了名称，请运行 npm run permalinks -- --moved '${path}' '${page}#<新链接>'，如果撤下了，请转到 ${page}，否则请恢复原来的内容`,
      ),
    ),
  ];
}

/** Where `site.json` allows no more frames, their pages end; those of the projects may not. */
export function vanishedUrls({ permalinks, urls }: SiteUrls): string[] {
  const current = new Set(urls);
  const vanished = new Set(
    permalinks.urls.filter(
      (url) => !isForFrames(url) && followMoves(url, permalinks.moved, (path) => current.has(path)) === null,
    ),
  );
  // A feed goes with its page.
  return [...vanished].filter(
    (url) => !url.endsWith('/atom.xml') || !vanished.has(url.slice(0, -'atom.xml'.length)),
  );
}

/** Of rows whose page is current, or leads to a project's page. Where it leads to another page, so do its rows. */
export function vanishedRows({ rows, moved }: Permalinks, site: SiteUrls) {
  const current = currentPaths(site);
  const isCurrent = (path: string) => current.has(path);
  return rowPaths(rows).flatMap(({ id, anchor, path }) => {
    if (current.has(path)) return [];
    const page = followMoves(`/${id}/`, moved, isCurrent);
    if (page === null || !(page.slice(1, -1) in site.rows)) return [];
    // Reported once, for the page that the old one leads to.
    if (page !== `/${id}/` && anchor in (rows[page.slice(1, -1)] ?? {})) return [];
    return followMoves(path, moved, isCurrent) === null ? [{ id, anchor, path, page }] : [];
  });
}

function rowPaths(rows: Permalinks['rows']): { id: string; anchor: string; path: string }[] {
  return Object.entries(rows).flatMap(([id, anchors]) =>
    Object.keys(anchors).map((anchor) => ({ id, anchor, path: `/${id}/#${anchor}` })),
  );
}

/** Finds the line of the file, from 1, of a URL, or of an anchor under its project's id. */
function lineFinder(text: string): (value: string, below?: string) => number {
  const lines = text.split('\n').map((line) => line.trim());
  return (value, below) => {
    if (below === undefined)
      return lines.findIndex((line) => line.replace(/,$/, '') === JSON.stringify(value)) + 1 || 1;
    const start = lines.indexOf(`${JSON.stringify(value)}: {`);
    return lines.findIndex((line, at) => at > start && line.startsWith(`${JSON.stringify(below)}:`)) + 1 || 1;
  };
}

/** An original, in the folder of its body. */
const ORIGINAL = /^(\/[^/]+\/[^/]+\/)original\/[^/]+$/;

function adviceFor(url: string, urls: readonly string[]): string {
  const [, body = ''] = ORIGINAL.exec(url) ?? [];
  return urls.includes(body)
    ? `原件换了文件或不再提供下载的，请运行 npm run permalinks -- --moved ${url} ${body}`
    : `内容如果改了名称或位置，请运行 npm run permalinks -- --moved ${pageOf(url, urls)} <新网址>`;
}

/** The page that a vanished URL belongs to: its files move with it. */
function pageOf(url: string, urls: readonly string[]): string {
  const page = url.slice(0, url.lastIndexOf('/') + 1);
  return urls.includes(page) ? url : page;
}

/** Lines for nginx: to be included in a `server` block. */
export function toNginx(redirects: readonly Redirect[]): string {
  const quote = (path: string) => `"${path.replaceAll(/["\\]/g, (letter) => `\\${letter}`)}"`;
  const lines = redirects.map(
    ({ from, to }) =>
      `location = ${quote(from)} { return 301 ${quote(encodeURI(to).replaceAll('$', '%24'))}; }`,
  );
  return ['# include nginx-redirects.conf; in the server block', ...lines, ''].join('\n');
}

/** Lines of a `_redirects` file, as Netlify, Cloudflare Pages and others read it. */
export function toNetlify(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301\n`).join('');
}
