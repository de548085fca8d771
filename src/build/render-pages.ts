/**
 * In: Astro's own prerenderer.
 * Out: the pages in the output folder, each written once in one go, or taken over from a build before.
 *
 * Astro awaits a mkdir, a write and two log lines for each page in turn, which costs more than rendering it. Pages go
 * through here as bytes; nothing is put together from pieces.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { isBodyPage } from '../content/shard.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { PageStore } from './page-store.ts';
import type { Phases } from './measure-phases.ts';
import type { Progress } from './show-progress.ts';

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

interface Options {
  outDir: string;
  store: PageStore;
  phases: Phases;
  progress: Progress;
  /** Whether a page is built here, by its path; all are where this is left out. */
  isOwn?: (pathname: string) => boolean;
  /** Called before the first page of a body: those of the site and of a year, which hold all projects at once, are made. */
  onBodies?: () => void;
}

export function renderPages({ outDir, store, phases, progress, isOwn, onBodies }: Options): AstroIntegration {
  const began = performance.now();
  const folders = new Set<string>();
  let publicFiles = new Set<string>();
  let areBodiesAhead = true;

  return {
    name: 'jixiao-render-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicFiles = filesIn(fileURLToPath(config.publicDir));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        phases.add('store', performance.now() - began);
        const bundling = performance.now();
        progress.phase('打包程序', 0);
        const keys = new Map<string, string>();
        setPrerenderer((astro) => ({
          ...astro,
          name: 'jixiao-render-pages',
          async setup() {
            phases.add('bundle', performance.now() - bundling);
            await astro.setup?.();
          },
          async getStaticPaths() {
            // The content was read and stored; now the store is read, in one go.
            collectGarbage();
            const all = await phases.in('paths', () => astro.getStaticPaths());
            const own = (isOwn ? all.filter(({ pathname }) => isOwn(pathname)) : all).sort(byPlace);
            for (const { pathname, cacheKey } of own)
              if (cacheKey !== undefined) keys.set(withSlash(pathname), cacheKey);
            progress.phase('生成页面', own.length);
            return own;
          },
          async render(request, options) {
            progress.step();
            const pathname = decodeURI(new URL(request.url).pathname);
            if (areBodiesAhead && isBodyPage(pathname)) {
              areBodiesAhead = false;
              onBodies?.();
            }
            const file = fileOf(pathname, options.routeData.type);
            const key = keys.get(withSlash(pathname));
            const known = key === undefined ? null : store.find(file, key);
            if (key !== undefined && known) {
              write(file, key, known);
              return new Response(null);
            }
            const start = performance.now();
            const rendered = await astro.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            // Redirects, the page 404, and what public/ has a file of the same name for, are Astro's to write.
            const isOurs =
              response.status === 200 && options.routeData.route !== '/404' && !publicFiles.has(file);
            const body = isOurs && response.body ? Buffer.from(await response.arrayBuffer()) : null;
            phases.add('render', performance.now() - start);
            if (!body) return rendered;
            write(file, key, body);
            return new Response(null);
          },
        }));
      },
    },
  };

  function write(file: string, key: string | undefined, body: Buffer): void {
    const start = performance.now();
    const path = join(outDir, file);
    const folder = dirname(path);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(path, body);
    if (key !== undefined) store.record(file, key, body);
    phases.add('write', performance.now() - start);
  }
}

/** A page and its downloads, which it tells the sizes of, one after another: they are then made once. */
function byPlace(a: StaticPath, b: StaticPath): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Files come right behind the page of their folder, and before the pages under it. */
function placeOf({ pathname, route }: StaticPath): string {
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
