/**
 * In: paths of pages and files, and a way to render each.
 * Out: the files in the output folder, each written once, or taken from an earlier build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { filesUnder } from '../cache/files-under.ts';
import type { PageStore } from '../cache/page-store.ts';

export type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];
type Phase = 'bundle' | 'paths' | 'render' | 'write';
/** Adds the time of a task to a phase. */
export type Measure = <Result>(phase: Phase, run: () => Result) => Result;

export interface PageWriterOptions {
  outDir: string;
  /** The project's folder of files that are published as they are. */
  publicDir: string;
  store: PageStore;
  measure: Measure;
  /** Whether a page is built here, by its path. */
  isIncluded: (pathname: string) => boolean;
  /** What is published of a file, by its path in the site and the bytes that Astro renders. */
  toPublished: (file: string, body: Buffer) => Buffer;
  /** Called when all paths are known, and before each page. */
  onPaths: (count: number) => void;
  onPage: (pathname: string) => void;
}

export interface PageWriter {
  /** The paths that are built here, in the order in which they are rendered. */
  choose: (all: readonly StaticPath[]) => StaticPath[];
  /** Writes a page or file. Null: done. A response: it is none of the site's own, such as the page 404. */
  write: (
    pathname: string,
    route: StaticPath['route'],
    render: () => Promise<Response>,
  ) => Promise<Response | null>;
}

export function openPageWriter(options: PageWriterOptions): PageWriter {
  const { outDir, publicDir, store, measure, isIncluded, toPublished, onPaths, onPage } = options;
  const folders = new Set<string>();
  const publicFiles = new Set(filesUnder(publicDir));
  const keys = new Map<string, string>();

  function put(file: string, key: string | undefined, body: Buffer): void {
    measure('write', () => {
      const path = join(outDir, file);
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(path, body);
      if (key !== undefined) store.record(file, key, body);
    });
  }

  return {
    choose(all) {
      const paths = all.filter(({ pathname }) => isIncluded(pathname)).sort(byFolder);
      for (const { pathname, cacheKey } of paths)
        if (cacheKey !== undefined) keys.set(withSlash(pathname), cacheKey);
      onPaths(paths.length);
      return paths;
    },
    async write(pathname, { type, route }, render) {
      onPage(pathname);
      const file = fileOf(pathname, type);
      const key = keys.get(withSlash(pathname));
      const stored = key === undefined ? null : store.find(file, key);
      if (key !== undefined && stored) {
        put(file, key, stored);
        return null;
      }
      const { response, body } = await measure('render', async () => {
        const rendered = await render();
        const isOurs = rendered.status === 200 && route !== '/404' && !publicFiles.has(file);
        return {
          response: rendered,
          body: isOurs && rendered.body ? Buffer.from(await rendered.arrayBuffer()) : null,
        };
      });
      if (!body) return response;
      put(file, key, toPublished(file, body));
      return null;
    },
  };
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
