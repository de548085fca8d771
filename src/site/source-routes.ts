/**
 * In: the source files of the site.
 * Out: the routes of their bytes, and of the office's files from which they were imported.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { openedSite } from '../astro-internals/opened-site.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';
import { routeParams } from '../identity/ids.ts';
import { publishedOriginals } from '../record/publication-schema.ts';

/** A source file as it is routed: under the id of its page. */
interface RoutedFile {
  id: string;
  entry: Pick<DisclosureEntry, 'path' | 'publication'>;
}

interface Route {
  getStaticPaths: GetStaticPaths;
  GET: APIRoute<{ path: string }>;
}

/** Serves a source file, byte for byte. @param list Gives the files. */
export function sourceRoute(list: () => Promise<readonly RoutedFile[]>): Route {
  return {
    getStaticPaths: async () =>
      (await list()).map(({ id, entry }) => ({ params: routeParams(id), props: { path: entry.path } })),
    GET: ({ props }) => {
      const bytes = openedSite().sources.get(props.path);
      if (!bytes) throw new Error(`no source ${props.path}`);
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    },
  };
}

/** Serves the office's own file, from which a source was imported, byte for byte. @param list Gives the sources. */
export function originalRoute(list: () => Promise<readonly RoutedFile[]>): Route {
  return {
    getStaticPaths: async () =>
      (await list()).flatMap(({ id, entry }) =>
        publishedOriginals(entry.publication).map(({ file }) => ({
          params: { ...routeParams(id), file },
          props: { path: join(dirname(entry.path), file) },
        })),
      ),
    GET: async ({ props }) => {
      const bytes = await readFile(join(openedSite().folder, props.path));
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/octet-stream' } });
    },
  };
}
