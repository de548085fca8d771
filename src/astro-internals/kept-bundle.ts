/**
 * In: the bundle of the pages that Astro made in an earlier build, of the same code.
 * Out: the pages of another content, as the page writer writes them.
 *
 * Astro's own build loads Vite, reads the types of the collections, and bundles the same modules again.
 */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Measure, PageWriter, StaticPath } from './page-writer.ts';

/** What is kept of Astro's output folder: the bundle in `.prerender/`, and the files of the site that it links to. */
const BUNDLE = '.prerender';
/** So many bundles are kept: one for each content folder with a guide or an identity of its own. */
const MOST = 8;

/** A page's styles and scripts in the manifest, as Astro's `RouteInfo` has them. */
interface RouteInfo {
  routeData: { route: string; component: string };
  styles: readonly unknown[];
}

/** The object that the bundle exports: Astro's `BuildApp`. */
interface BuildApp {
  manifest: { routes: readonly RouteInfo[] };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (request: Request, options: { routeData: StaticPath['route'] }) => Promise<Response>;
}

/** Bundles by the digests of all that they are made from. */
export interface KeptBundles {
  /** Copies a bundle to Astro's output folder. False: there is none. */
  take: (digest: string, outDir: string) => boolean;
  /** Keeps the bundle that Astro has written into its output folder. */
  keep: (digest: string, outDir: string) => void;
}

/** @param folder Made on the first write. It holds nothing but bundles. */
export function openKeptBundles(folder: string): KeptBundles {
  return {
    take(digest, outDir) {
      const kept = join(folder, digest);
      try {
        cpSync(kept, outDir, { recursive: true });
        utimesSync(kept, new Date(), new Date());
        return true;
      } catch {
        // There is none, or another build is removing it.
        rmSync(outDir, { recursive: true, force: true });
        return false;
      }
    },
    keep(digest, outDir) {
      const unfinished = join(folder, `${digest}.${process.pid}`);
      mkdirSync(folder, { recursive: true });
      try {
        cpSync(outDir, unfinished, { recursive: true });
        renameSync(unfinished, join(folder, digest));
      } catch {
        // Another build of the same code was first, or the disk is full: the next build makes a bundle again.
        rmSync(unfinished, { recursive: true, force: true });
      }
      for (const name of namesByAge(folder).slice(MOST))
        rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/**
 * Renders all pages. Throws where one of them fails.
 *
 * @param outDir The bundle's folder, inside the project, so that the bundle finds its packages. The page 404 is written there.
 * @param origin Of the addresses that pages see: `https://example.gov.cn`.
 * @returns Paths of the pages, as Astro gives them to `astro:build:done`.
 */
export async function renderKeptBundle(
  outDir: string,
  origin: string,
  { writer, measure }: { writer: PageWriter; measure: Measure },
): Promise<string[]> {
  const app = await measure('bundle', () => openBundle(join(outDir, BUNDLE)));
  const all = await measure('paths', () => new StaticPaths(app as never).getAll());
  const seen = new Set<string>();
  const pages: string[] = [];
  for (const { pathname, route } of writer.choose(all)) {
    const path = pathname.replace(/^\/|\/$/g, '');
    // The first route that has a path gives it.
    if (seen.has(path)) continue;
    seen.add(path);
    const page = path === '' ? '' : `${path}/`;
    if (route.type === 'page') pages.push(page);
    // Astro matches a file with the slash at its end that its path has.
    const url = new URL(route.type === 'page' ? `/${page}` : pathname, origin);
    const rest = await writer.write(decodeURI(url.pathname), route, () =>
      app.render(new Request(url), { routeData: route }),
    );
    if (rest === null) continue;
    if (route.route === '/404')
      writeFileSync(join(outDir, '404.html'), Buffer.from(await rest.arrayBuffer()));
    else if (rest.status !== 200) throw new Error(`/${path} has the status ${rest.status}`);
  }
  rmSync(join(outDir, BUNDLE), { recursive: true });
  return pages;
}

async function openBundle(folder: string): Promise<BuildApp> {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`${folder} has no entry`);
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: BuildApp };
  // Astro asks for a page by its route and its file, joined by an ampersand.
  const pages = app.manifest.routes.map(({ routeData: { route, component }, styles }) => {
    return [
      `${route}&${component}`,
      { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
    ] as const;
  });
  const pagesByKeys = new Map(pages);
  app.setInternals({ pagesByKeys });
  const write = ({ message }: { message: string }) => {
    console.error(message);
  };
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write }, level: 'warn' } },
  });
  return app;
}

/** The youngest first. */
function namesByAge(folder: string): string[] {
  const ageOf = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(folder).sort((a, b) => ageOf(b) - ageOf(a));
}
