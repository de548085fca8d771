import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { isForFrames } from '../identity/routes.ts';
import { toLastModified } from '../metadata/to-last-modified.ts';
import type { Redirect } from '../redirects/redirects.ts';

/** The sitemap holds whole addresses: a site without an address has none. */
export function sitemapOf(
  content: Content,
  history: ContentHistory,
  redirects: readonly Redirect[],
): AstroIntegration {
  const lastModified = toLastModified(content, history);
  const moved = new Set(redirects.map(({ from }) => from));
  const isListed = (path: string) => !moved.has(path) && !isForFrames(path);
  return sitemap({
    filter: (page) => isListed(new URL(page).pathname),
    serialize: (item) => {
      const date = lastModified(new URL(item.url).pathname);
      return date === null ? item : { ...item, lastmod: date };
    },
  });
}
