import { PERMALINKS, type Permalinks } from '../collection/permalinks.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { SiteUrls } from './published-urls.ts';

/** An old path, and the one that answers in its place. */
export interface Redirect {
  from: string;
  to: string;
}

/** The redirects of a site: what moved, and is not published anew under its old path. */
export function toRedirects({ permalinks, urls }: Pick<SiteUrls, 'permalinks' | 'urls'>): Redirect[] {
  const current = new Set(urls);
  return Object.keys(permalinks.moved)
    .filter((from) => !current.has(from))
    .flatMap((from) => {
      const to = destinationOf(from, permalinks, current);
      return to === null ? [] : [{ from, to }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** An error for each URL on record that neither stands nor leads anywhere, with its line in the file. */
export function checkPermalinks({ permalinks, text, urls, errors }: SiteUrls): Notice[] {
  const current = new Set(urls);
  const lines = (text ?? '').split('\n').map((line) => line.trim().replace(/,$/, ''));
  const lineOf = (url: string) => lines.indexOf(JSON.stringify(url)) + 1 || 1;
  const vanished = permalinks.urls.filter(
    (url) => !current.has(url) && destinationOf(url, permalinks, current) === null,
  );
  return [
    ...errors,
    ...vanished.map((url): Notice => ({
      rule: 'permalink/vanished',
      severity: 'error',
      path: PERMALINKS,
      line: lineOf(url),
      column: 1,
      message: `已公开的网址 ${url} 会消失；内容如果改了名称或位置，请运行 npm run permalinks -- --moved ${pageOf(url, urls)} <新网址>，否则请恢复原来的内容`,
    })),
  ];
}

/** Where an old path leads in the end; null: nowhere. A loop leads nowhere. */
function destinationOf(from: string, { moved }: Permalinks, current: ReadonlySet<string>): string | null {
  const seen = new Set<string>();
  let path: string | undefined = from;
  while (path !== undefined && !seen.has(path)) {
    if (current.has(path)) return path;
    seen.add(path);
    path = moved[path];
  }
  return null;
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
