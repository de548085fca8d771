import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchemas, resultSchemas } from '../../downloads/json-schemas.ts';
import { publishedData } from '../../downloads/published-data.ts';
import { hasResults } from '../../downloads/api.ts';

export const getStaticPaths = (async () => {
  const schemas = { ...jsonSchemas, ...(hasResults(await publishedData()) ? resultSchemas : {}) };
  return Object.entries(schemas).map(([schema, value]) => ({ params: { schema }, props: { value } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ value: unknown }> = ({ props: { value } }) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
