/**
 * In: a file of the site, whose links begin with `/`.
 * Out: the same file for a site in a folder of a server: its links begin with the folder's path. Every link of a page passes here.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf } from '../../identity/addresses-of.ts';

/** An attribute that holds addresses, up to the first of them. A text has no such quotes: they are escaped there. */
const ATTRIBUTE = /(\s(?:href|src|action|data-pages|data-row-pages)="|\scontent="0; url=)(\/[^"]*)/g;

/** A page with other links. @param toLink Of a path from the root of the server: `/2026/?q=a#L1`. */
export function mapLinks(html: string, toLink: (path: string) => string): string {
  return html.replaceAll(
    ATTRIBUTE,
    (_, start: string, links: string) =>
      start +
      links.replaceAll(/(^| )(\/[^ ]*)/g, (_link, space: string, path: string) => space + toLink(path)),
  );
}

/** @param base `/jixiao`; empty: the file stays as it is. @param file Its path in the site. */
export function withBase(base: string, file: string, bytes: Buffer): Buffer {
  if (base === '' || !file.endsWith('.html')) return bytes;
  const html = mapLinks(bytes.toString(), (path) => base + path);
  // Scripts put it before their links.
  return Buffer.from(html.replace('<html lang="zh-CN"', `$& data-base="${base}"`));
}

/** The files of a site that Astro writes, or copies from `public/`, without the path of its URL: the page 404, rules, sitemaps. */
export function publishUnder(dist: string, url: string | undefined): void {
  const base = baseOf(url);
  if (url === undefined || base === '') return;
  const { origin } = new URL(url);
  const change = (file: string, toText: (text: string) => string) => {
    const path = join(dist, file);
    if (existsSync(path)) writeFileSync(path, toText(readFileSync(path, 'utf8')));
  };
  change('404.html', (html) => withBase(base, '404.html', Buffer.from(html)).toString());
  change('_headers', (rules) => rules.replaceAll(/^\//gm, `${base}/`));
  for (const file of globSync('sitemap*.xml', { cwd: dist }))
    change(file, (map) => map.replaceAll(`<loc>${origin}/`, `<loc>${origin}${base}/`));
}
