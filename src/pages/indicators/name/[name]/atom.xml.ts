/** The feed of the indicators of one name. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { indicatorFeeds } from '../../../../metadata/feeds.ts';

export const getStaticPaths = (async () =>
  (await indicatorFeeds()).map(({ slug, key, response }) => ({
    params: { name: slug },
    props: { response },
    cacheKey: key,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ response: () => Response }> = ({ props: { response } }) => response();
