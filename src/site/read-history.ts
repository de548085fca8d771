import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { collectHistory } from './history.ts';
import { readSite } from './site.ts';

/** Bodies and projects through the years. Made once a build. */
export const readHistory = onceASite(async () => {
  const { redirects } = openedSite();
  return collectHistory(await readSite(), new Map(redirects.map(({ from, to }) => [from, to])));
});
