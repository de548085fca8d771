/** A QR code of the project's page. A site without an address has none. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openedSite } from '../../../../astro-internals/opened-site.ts';
import { qrCode } from '../../../../display/qr-code.ts';
import { addressesOf } from '../../../../identity/addresses-of.ts';
import { routeParams } from '../../../../identity/ids.ts';
import { cacheKey } from '../../../../site/cache-key.ts';
import { readSite } from '../../../../site/site.ts';

export const getStaticPaths = (async () => {
  const { url } = openedSite().identity;
  if (url === undefined) return [];
  const toAddress = addressesOf(url);
  return (await readSite()).projects.map(({ id }) => {
    const address = toAddress(`/${id}/`);
    return { params: routeParams(id), props: { address }, cacheKey: cacheKey(address) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ address: string }> = ({ props }) =>
  new Response(qrCode(props.address), { headers: { 'content-type': 'image/svg+xml' } });
