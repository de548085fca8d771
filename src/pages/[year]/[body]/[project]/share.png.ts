/** The picture that other programs show with a link to the project's page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { ShareImageTexts } from '../../../../display/share-image-texts.ts';
import { routeParams } from '../../../../identity/ids.ts';
import { cacheKey } from '../../../../site/cache-key.ts';
import { readShareImages, shareImages } from '../../../../site/share-images.ts';

export const getStaticPaths = (async () =>
  [...(await readShareImages())].map(([id, texts]) => ({
    params: routeParams(id),
    props: { texts },
    cacheKey: cacheKey(texts),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ texts: ShareImageTexts }> = async ({ props }) =>
  new Response(new Uint8Array(await shareImages().draw(props.texts)), {
    headers: { 'content-type': 'image/png' },
  });
