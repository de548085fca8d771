import type { APIRoute, GetStaticPaths } from 'astro';
import { toApi } from '../../downloads/api.ts';
import { publishedData } from '../../downloads/published-data.ts';

export const getStaticPaths = (async () => {
  const api = toApi(await publishedData());
  return Object.entries(api).map(([list, value]) => ({ params: { list }, props: { value } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ value: unknown }> = ({ props: { value } }) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
