import { openSite } from '../astro-internals/opened-site.ts';
import { toCollections } from '../collection/to-collections.ts';
import type { ContentHistory } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import type { Versions } from '../content/version.ts';
import type { Redirect } from '../redirects/redirects.ts';
import { collectRevisions, type RevisionContext } from '../revisions/collect-revisions.ts';

/** What pages know of a content besides itself. */
interface Opening extends Pick<RevisionContext, 'remember'> {
  history: ContentHistory;
  versions: Versions;
  redirects: readonly Redirect[];
}

/** Publishes an opened content to the pages of this process. */
export function openSiteOf(content: Content, { history, versions, redirects, remember }: Opening): void {
  const { root, folder, identity, newestYear, forms } = content;
  const { permalinks } = content.permalinks;
  openSite({
    ...{ root, folder, identity, newestYear, history, redirects },
    sources: new Map(content.sources.map(({ path, bytes }) => [path, bytes])),
    collections: toCollections(content),
    revisions: collectRevisions(versions, { forms, permalinks, ...(remember && { remember }) }),
    firstPublished: new Map(versions.all.toReversed().map(({ path, date }) => [path, date])),
    resources: new AsyncDisposableStack(),
  });
}
