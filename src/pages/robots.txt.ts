import type { APIRoute } from 'astro';
import { openedSite } from '../astro-internals/opened-site.ts';
import { addressesOf } from '../identity/addresses-of.ts';

/** Everything may be read. A sitemap is named by its whole address, for which the site's URL must be set. */
export const GET: APIRoute = () => {
  const { url } = openedSite().identity;
  const lines = ['User-agent: *', 'Allow: /'];
  if (url !== undefined) lines.push('', `Sitemap: ${addressesOf(url)('/sitemap-index.xml')}`);
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
