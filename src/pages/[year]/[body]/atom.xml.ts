/** The feed of a body, through the years. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { routeParams } from '../../../identity/ids.ts';
import { bodyFeeds } from '../../../metadata/feeds.ts';

export const getStaticPaths = (async () =>
  (await bodyFeeds()).map(({ id, key, response }) => ({
    params: routeParams(id),
    props: { response },
    cacheKey: key,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ response: () => Response }> = ({ props: { response } }) => response();
