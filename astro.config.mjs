// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { buildName } from './src/content/build-cache-folder.ts';
import { contentFolder, outputFolder } from './src/content/content-folder.ts';
import { guideModule } from './src/collection/guide-module.ts';
import { readStoreLate } from './src/collection/read-store-late.ts';
import { readSiteIdentity } from './src/content/site-identity.ts';
import { readLastModified } from './src/metadata/last-modified.ts';
import { readSiteUrls } from './src/redirects/published-urls.ts';
import { toRedirects } from './src/redirects/redirects.ts';
import { checkPage } from './src/report/check-page.ts';
import { containerFallback } from './src/styles/container-fallback.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { url } = readSiteIdentity(root).identity;
// Each content folder has a store of its own, so that builds of two don't mix.
const cacheDir = join(root, 'node_modules/.astro', buildName(contentFolder(root)));

/** The sitemap holds whole addresses: a site that does not know its own has none. */
async function sitemapOf() {
  const lastModified = await readLastModified(root);
  const moved = new Set(toRedirects(await readSiteUrls(root)).map(({ from }) => from));
  return sitemap({
    filter: (page) => !moved.has(new URL(page).pathname),
    serialize: (item) => {
      const date = lastModified(new URL(item.url).pathname);
      return date === null ? item : { ...item, lastmod: date };
    },
  });
}

export default defineConfig({
  ...(url === undefined ? {} : { site: url }),
  outDir: outputFolder(root),
  cacheDir,
  trailingSlash: 'always',
  integrations: [mdx(), ...(url === undefined ? [] : [await sitemapOf()])],
  // Highlighting writes `style=`, which a strict content security policy forbids.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    // What a page may load and do; tests/browser/security.test.ts sees to it that no page is refused anything.
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
      checkPage(root),
      guideModule(root),
      readStoreLate(join(cacheDir, 'data-store.json'), join(root, '.astro/data-store.json')),
      {
        // What renders the pages runs here and now.
        name: 'jixiao-renderer-target',
        configResolved({ environments: { prerender } }) {
          // A target that is returned by a hook is added to the others.
          if (prerender) prerender.build.target = 'node22';
        },
      },
    ],
    // Lets the search worker load fflate only in browsers that need it.
    worker: { format: 'es' },
    // Caches and unfinished sites, of thousands of files.
    server: { watch: { ignored: [join(root, '.jixiao/**')] } },
    css: { postcss: { plugins: [containerFallback] } },
    // Engines of 2018: what they do not know is written in older words, or kept beside them.
    build: {
      target: ['chrome64', 'firefox67', 'safari11.1'],
      cssTarget: ['chrome64', 'firefox60', 'safari11.1'],
      rolldownOptions: {
        // Astro's own mark on MDX pages, which its plugins have read by then.
        onLog: (level, log, handler) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
