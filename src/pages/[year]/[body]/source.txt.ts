/** The source file, byte for byte. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openedSite } from '../../../astro-internals/opened-site.ts';
import { routeParams } from '../../../identity/ids.ts';
import { readSite } from '../../../site/site.ts';

export const getStaticPaths = (async () => {
  const { bodies } = await readSite();
  return bodies.map(({ id, entry }) => ({ params: routeParams(id), props: { path: entry.path } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ path: string }> = ({ props }) => {
  const bytes = openedSite().sources.get(props.path);
  if (!bytes) throw new Error(`no source ${props.path}`);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
