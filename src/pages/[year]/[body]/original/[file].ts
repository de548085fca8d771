/** The office's own file, from which the source was imported, byte for byte. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { openedSite } from '../../../../astro-internals/opened-site.ts';
import { routeParams } from '../../../../identity/ids.ts';
import { publishedOriginals } from '../../../../record/publication-schema.ts';
import { readSite } from '../../../../site/site.ts';

export const getStaticPaths = (async () => {
  const { bodies } = await readSite();
  return bodies.flatMap(({ id, entry }) =>
    publishedOriginals(entry.publication).map(({ file }) => ({
      params: { ...routeParams(id), file },
      props: { path: join(dirname(entry.path), file) },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ path: string }> = async ({ props }) => {
  const bytes = await readFile(join(openedSite().folder, props.path));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/octet-stream' } });
};
