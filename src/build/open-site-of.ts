import { openSite } from '../astro-internals/opened-site.ts';
import { toCollections } from '../collection/to-collections.ts';
import type { ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import type { Redirect } from '../redirects/redirects.ts';

/** Publishes an opened content to the pages of this process. */
export function openSiteOf(content: Content, history: ContentHistory, redirects: readonly Redirect[]): void {
  const { root, folder, identity, newestYear } = content;
  openSite({
    ...{ root, folder, identity, newestYear, history, redirects },
    sources: new Map(content.sources.map(({ path, bytes }) => [path, bytes])),
    collections: toCollections(content),
    resources: new AsyncDisposableStack(),
  });
}
