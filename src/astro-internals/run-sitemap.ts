/**
 * In: Astro's integration for the sitemap, and the paths of the pages.
 * Out: the sitemap, where Astro's build does not run.
 */
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What the integration is called with in Astro's build, as far as it looks. */
interface Hooks {
  'astro:routes:resolved': (of: { routes: readonly never[] }) => void;
  'astro:config:done': (of: { config: object }) => Promise<void>;
  'astro:build:done': (of: { dir: URL; pages: { pathname: string }[]; logger: object }) => Promise<void>;
}

/** Throws where the integration warns. @param pages Paths of the pages, without a slash at their beginning. */
export async function runSitemap(
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
