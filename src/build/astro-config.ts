import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroInlineConfig } from 'astro';
import { shareOpenedSite } from '../astro-internals/share-opened-site.ts';
import { watchContent } from '../astro-internals/watch-content.ts';
import { guideModule } from '../collection/guide-module.ts';
import { buildName } from '../content/build-cache-folder.ts';
import { contentPart } from '../content/content-folder.ts';
import { ContentError } from '../content/content-error.ts';
import { readHistory, type ContentHistory } from '../content/content-history.ts';
import { openContent, type Content } from '../content/open-content.ts';
import { readGuide, type Guide } from '../content/read-guide.ts';
import type { Shard } from '../content/shard.ts';
import { toSiteUrls } from '../redirects/published-urls.ts';
import { toRedirects, type Redirect } from '../redirects/redirects.ts';
import { checkPage } from '../report/check-page.ts';
import { versionsOf } from '../revisions/versions-of.ts';
import { containerFallback } from '../styles/container-fallback.ts';
import { openSiteOf } from './open-site-of.ts';
import { sitemapOf } from './sitemap-of.ts';

interface Built {
  history: ContentHistory;
  redirects: readonly Redirect[];
  shard: Shard | null;
  /** Gives the guide; in `astro dev` as it is now. */
  readGuidePages: () => Guide;
}

/** Astro's configuration for a content. */
export function astroConfig(content: Content, { history, redirects, shard, readGuidePages }: Built) {
  const { root, folder, identity } = content;
  // Astro would report each build to its makers, and fail without a home folder to remember that in.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  return {
    root,
    // A string, or left out: `undefined` is no URL.
    ...(identity.url === undefined ? {} : { site: identity.url }),
    // Each content folder has a cache of its own, so that builds of two don't mix.
    cacheDir: join(root, 'node_modules/.astro', buildName(folder, shard)),
    trailingSlash: 'always',
    integrations: [mdx(), ...(identity.url === undefined ? [] : [sitemapOf(content, history, redirects)])],
    // Highlighting writes `style=`, which a strict content security policy forbids.
    markdown: { syntaxHighlight: false },
    devToolbar: { enabled: false },
    security: {
      // What a page may load and do; tests/browser/security.test.ts checks that no page is refused anything.
      csp: {
        directives: [
          "default-src 'none'",
          "connect-src 'self'",
          "img-src 'self'",
          "manifest-src 'self'",
          // The search runs in a worker.
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
        ],
        // Pagefind's index is read by WebAssembly.
        scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      },
    },
    vite: {
      plugins: [
        checkPage(root, folder),
        guideModule(contentPart(root, folder, 'guide'), readGuidePages),
        shareOpenedSite(),
        {
          // The bundle of the pages runs in this Node.
          name: 'jixiao-renderer-target',
          configResolved({ environments: { prerender } }) {
            // A target that a hook returns would be added to the others.
            if (prerender) prerender.build.target = 'node22';
          },
        },
      ],
      // A package with a variant for workers, which have no `document`, gives that. The others are what Vite takes anyway.
      environments: {
        client: { resolve: { conditions: ['worker', 'module', 'browser', 'development|production'] } },
      },
      // Scripts load each other from where they are: the site may be in a folder of its server.
      experimental: { renderBuiltUrl: () => ({ relative: true }) },
      worker: {
        // Lets a worker load only what it needs: the search fflate, the check the reader of a kind of file.
        format: 'es',
        rolldownOptions: {
          // Few servers know that `.mjs` is a script, and browsers run nothing else.
          output: {
            assetFileNames: ({ names }) =>
              `_astro/[name]-[hash]${names.some((name) => name.endsWith('.mjs')) ? '.js' : '[extname]'}`,
          },
        },
      },
      // Caches and unfinished sites, of thousands of files.
      server: { watch: { ignored: [join(root, '.jixiao/**')] } },
      css: { postcss: { plugins: [containerFallback] } },
      // Engines of 2018: what they don't support is compiled to older syntax, or has a fallback.
      build: {
        target: ['chrome64', 'firefox67', 'safari11.1'],
        cssTarget: ['chrome64', 'firefox60', 'safari11.1'],
        // Each script is a file: a policy of a server can then forbid scripts in pages.
        assetsInlineLimit: 0,
        rolldownOptions: {
          // Astro's own directive on MDX pages, which its plugins have read by then.
          onLog: (level, log, handler) => {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
          },
        },
      },
    },
  } satisfies AstroInlineConfig;
}

/** The configuration of `astro dev`: it opens the content, again after each change. Of a content with errors it shows nothing. */
export async function devConfig(root: string, folder: string) {
  const history = readHistory(folder);
  let content = await openContent({ root, folder });
  const publish = () => {
    const redirects = toRedirects(toSiteUrls(content));
    openSiteOf(content, { history, redirects, versions: versionsOf(content) });
  };
  const reopen = async () => {
    content = await openContent({ root, folder, previous: content });
    if (content.errors.length > 0) throw new ContentError(content.errors, folder);
    publish();
  };
  if (content.errors.length > 0) {
    // `astro dev` starts with errors too: its page `/_check` shows where they are.
    console.error(new ContentError(content.errors, folder).message);
    const versions = { all: [], read: () => new Map<string, Uint8Array>() };
    openSiteOf({ ...content, sources: [] }, { history, versions, redirects: [] });
  } else publish();
  const config = astroConfig(content, {
    ...{ history, redirects: [], shard: null },
    readGuidePages: () => readGuide(root, folder),
  });
  return { ...config, integrations: [...config.integrations, watchContent(folder, reopen)] };
}
