/**
 * In: an opened content.
 * Out: its pages in the output folder; in the staging folder, what they link to: styles, scripts, the files of `public/`, the
 * sitemap.
 */
import { join } from 'node:path';
import { openKeptBundles, renderKeptBundle } from '../astro-internals/kept-bundle.ts';
import { openPageWriter, type Measure, type PageWriterOptions } from '../astro-internals/page-writer.ts';
import { replacePrerenderer } from '../astro-internals/replace-prerenderer.ts';
import { runSitemap } from '../astro-internals/run-sitemap.ts';
import { bundlesFolder } from '../content/build-cache-folder.ts';
import type { ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { isBodyPage, type Shard } from '../content/shard.ts';
import { baseOf } from '../identity/addresses-of.ts';
import type { Redirect } from '../redirects/redirects.ts';
import type { Phases } from './measure-phases.ts';
import type { Progress } from './show-progress.ts';
import { withBase } from './publish/publish-under.ts';
import { sitemapOf } from './sitemap-of.ts';
import { bundleDigest } from './template-digest.ts';

interface Rendered {
  root: string;
  /** The digest of all that may change any page. */
  template: string;
  shard: Shard | null;
  content: Content;
  history: ContentHistory;
  redirects: readonly Redirect[];
  /** Where the pages are written. */
  fresh: string;
  /** Astro's own output folder, inside the project. */
  staging: string;
}

/** What rendering reports to, and takes pages from. */
interface Rendering extends Pick<PageWriterOptions, 'store' | 'onPage'> {
  progress: Progress;
  phases: Phases;
}

/** Where an earlier build of the same code has left its bundle, the pages are rendered from it; otherwise Astro makes one. */
export async function renderPages(
  { root, template, shard, content, history, redirects, fresh, staging }: Rendered,
  { progress, phases, ...rest }: Rendering,
): Promise<void> {
  const measure: Measure = (phase, run) => phases.in(phase, run);
  const { url } = content.identity;
  const base = baseOf(url);
  const writer = openPageWriter({
    ...rest,
    measure,
    outDir: fresh,
    publicDir: join(root, 'public'),
    toPublished: (file, body) => withBase(base, file, body),
    isIncluded: (pathname) => shard === null || isBodyPage(pathname),
    onPaths: (count) => {
      progress.phase('生成页面', count);
    },
  });
  const bundles = openKeptBundles(bundlesFolder(root));
  const digest = bundleDigest(root, template);
  if (bundles.take(digest, staging)) {
    const origin = new URL(url ?? 'http://localhost:4321').origin;
    const pages = await renderKeptBundle(staging, origin, { writer, measure });
    // A shard may have no page.
    if (url !== undefined && pages.length > 0)
      await runSitemap(sitemapOf(content, history, redirects), { site: url, outDir: staging, pages });
    return;
  }
  // Astro and Vite take a second to load.
  const [{ build }, { astroConfig }] = await Promise.all([import('astro'), import('./astro-config.ts')]);
  const config = astroConfig(content, { history, redirects, shard, readGuidePages: () => content.guide });
  const began = performance.now();
  await build({
    ...config,
    configFile: false,
    outDir: staging,
    logLevel: 'warn',
    integrations: [
      ...config.integrations,
      replacePrerenderer({
        writer,
        measure,
        onBundle: () => {
          phases.add('store', performance.now() - began);
          progress.phase('打包程序', 0);
        },
        onBundled: () => {
          bundles.keep(digest, staging);
        },
      }),
    ],
  });
}
