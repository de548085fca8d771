/** The source file, byte for byte. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder } from '../../../content/content-folder.ts';
import { routeParams } from '../../../identity/ids.ts';
import { readSite } from '../../../site/site.ts';

export const getStaticPaths = (async () => {
  const { years } = await readSite();
  return years
    .flatMap(({ bodies }) => bodies)
    .map(({ id, entry }) => ({ params: routeParams(id), props: { path: entry.path } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ path: string }> = async ({ props }) => {
  const bytes = await readFile(join(contentFolder(process.cwd()), props.path));
  return new Response(bytes, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
