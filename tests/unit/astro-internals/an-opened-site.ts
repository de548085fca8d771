import type { OpenedSite } from '../../../src/astro-internals/opened-site.ts';

/** A site without content. */
export function anOpenedSite(): OpenedSite {
  return {
    root: '/project',
    folder: '/content',
    identity: { name: '绩效' },
    newestYear: null,
    history: { commit: null, modified: new Set(), byPath: new Map() },
    redirects: [],
    revisions: [],
    firstPublished: new Map(),
    sources: new Map(),
    collections: new Map([['projects', new Map<string, never>()]]),
    resources: new AsyncDisposableStack(),
  };
}
