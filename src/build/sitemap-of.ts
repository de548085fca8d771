import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
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
  return sitemap({
    filter: (page) => !moved.has(new URL(page).pathname),
    serialize: (item) => {
      const date = lastModified(new URL(item.url).pathname);
      return date === null ? item : { ...item, lastmod: date };
    },
  });
}

/** What the integration is called with in Astro's build, as far as it looks. */
interface Hooks {
  'astro:routes:resolved': (of: { routes: readonly never[] }) => void;
  'astro:config:done': (of: { config: object }) => Promise<void>;
  'astro:build:done': (of: { dir: URL; pages: { pathname: string }[]; logger: object }) => Promise<void>;
}

/** Writes the sitemap where Astro's build does not run. @param pages Paths of the pages, without a slash at their beginning. */
export async function writeSitemap(
  integration: AstroIntegration,
  { site, outDir, pages }: { site: string; outDir: string; pages: readonly string[] },
): Promise<void> {
  const hooks = integration.hooks as unknown as Hooks;
  const config = { site, base: '/', trailingSlash: 'always', build: { format: 'directory' } };
  const fail = (message: string) => {
    throw new Error(message);
  };
  hooks['astro:routes:resolved']({ routes: [] });
  await hooks['astro:config:done']({ config });
  await hooks['astro:build:done']({
    dir: pathToFileURL(`${outDir}/`),
    pages: pages.map((pathname) => ({ pathname })),
    logger: { info: () => undefined, warn: fail, error: fail },
  });
}
