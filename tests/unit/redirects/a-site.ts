import { NOTHING_PUBLISHED, type Permalinks } from '../../../src/identity/permalinks.ts';
import type { SiteUrls } from '../../../src/redirects/published-urls.ts';

/** A site that has these URLs and rows now, and others on record. */
export function aSite(
  now: Partial<Pick<SiteUrls, 'urls' | 'rows'>>,
  record: Partial<Permalinks> = {},
  text: string | null = null,
): SiteUrls {
  const permalinks = { ...NOTHING_PUBLISHED, ...record };
  return { urls: [], rows: {}, names: {}, traits: {}, errors: [], ...now, text, permalinks };
}
