/**
 * In: Astro's own prerenderer.
 * Out: the pages in the output folder, each written once, or taken from an earlier build.
 *
 * Astro awaits a mkdir, a write and two log lines for each page in turn, which costs more than rendering it.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { PageStore } from '../cache/page-store.ts';

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];
type Phase = 'bundle' | 'paths' | 'render' | 'write';

interface Options {
  outDir: string;
  store: PageStore;
  /** Adds the time of a task to a phase. */
  measure: <Result>(phase: Phase, run: () => Result) => Result;
  /** Whether a page is built here, by its path. */
  isIncluded: (pathname: string) => boolean;
  /** Called when the bundling begins, when all paths are known, and before each page. */
  onBundle: () => void;
  onPaths: (count: number) => void;
  onPage: (pathname: string) => void;
}

/** Astro integration: replaces Astro's way to write pages. */
export function replacePrerenderer(options: Options): AstroIntegration {
  const { outDir, store, measure, isIncluded, onBundle, onPaths, onPage } = options;
  const folders = new Set<string>();
  let publicFiles = new Set<string>();

  return {
    name: 'jixiao-replace-prerenderer',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicFiles = filesIn(fileURLToPath(config.publicDir));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        onBundle();
        const bundled = Promise.withResolvers<undefined>();
        void measure('bundle', () => bundled.promise);
        const keys = new Map<string, string>();
        setPrerenderer((astro) => ({
          ...astro,
          name: 'jixiao-replace-prerenderer',
          async setup() {
            bundled.resolve(undefined);
            await astro.setup?.();
          },
          async getStaticPaths() {
            const all = await measure('paths', () => astro.getStaticPaths());
            const paths = all.filter(({ pathname }) => isIncluded(pathname)).sort(byFolder);
            for (const { pathname, cacheKey } of paths)
              if (cacheKey !== undefined) keys.set(withSlash(pathname), cacheKey);
            onPaths(paths.length);
            return paths;
          },
          async render(request, { routeData, ...more }) {
            const pathname = decodeURI(new URL(request.url).pathname);
            onPage(pathname);
            const file = fileOf(pathname, routeData.type);
            const key = keys.get(withSlash(pathname));
            const stored = key === undefined ? null : store.find(file, key);
            if (key !== undefined && stored) {
              write(file, key, stored);
              return new Response(null);
            }
            const { rendered, body } = await measure('render', async () => {
              const page = await astro.render(request, { routeData, ...more });
              const response = page instanceof Response ? page : page.response;
              // Astro writes redirects, the page 404, and files that public/ has too.
              const isOurs = response.status === 200 && routeData.route !== '/404' && !publicFiles.has(file);
              return {
                rendered: page,
                body: isOurs && response.body ? Buffer.from(await response.arrayBuffer()) : null,
              };
            });
            if (!body) return rendered;
            write(file, key, body);
            return new Response(null);
          },
        }));
      },
    },
  };

  function write(file: string, key: string | undefined, body: Buffer): void {
    measure('write', () => {
      const path = join(outDir, file);
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(path, body);
      if (key !== undefined) store.record(file, key, body);
    });
  }
}

/** A page and the downloads that it links to follow each other, so that the downloads are made once. */
function byFolder(a: StaticPath, b: StaticPath): number {
  const [first, second] = [sortKey(a), sortKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Files follow the page of their folder, and precede the pages under it. */
function sortKey({ pathname, route }: StaticPath): string {
  if (route.type === 'page') return withSlash(pathname);
  const folder = pathname.lastIndexOf('/') + 1;
  return `${pathname.slice(0, folder)}\0${pathname.slice(folder)}`;
}

function withSlash(pathname: string): string {
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

/** `2026/index.html` for the page `/2026/`; an endpoint's path is its file. */
function fileOf(pathname: string, type: string): string {
  const path = pathname.replace(/^\//, '');
  return type === 'page' ? join(path, 'index.html') : path.replace(/\/$/, '');
}

function filesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  } catch {
    return new Set();
  }
}
