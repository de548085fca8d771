import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchemas } from '../../downloads/json-schemas.ts';

export const getStaticPaths = (() =>
  Object.entries(jsonSchemas).map(([schema, value]) => ({
    params: { schema },
    props: { value },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ value: unknown }> = ({ props: { value } }) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
