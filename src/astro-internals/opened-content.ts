import type { Loader } from 'astro/loaders';

/** The loader of the collections. Pages take their entries from the opened site, so nothing is stored. */
export const openedContent: Loader = {
  name: 'opened-content',
  load: () => Promise.resolve(),
};
