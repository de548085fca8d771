import { ContentError } from '../content/content-error.ts';
import { readHistory } from '../content/content-history.ts';
import { openContent } from '../content/open-content.ts';
import { toSiteUrls } from '../redirects/published-urls.ts';
import { checkPermalinks, toRedirects } from '../redirects/redirects.ts';
import type { RevisionContext } from '../revisions/collect-revisions.ts';
import { versionsOf } from '../revisions/versions-of.ts';
import type { BuildOptions } from './build-options.ts';
import { listGuideHeadings } from './list-guide-headings.ts';
import { openSiteOf } from './open-site-of.ts';
import { toSearchRecords } from './to-search-records.ts';

interface Source extends Pick<BuildOptions, 'root' | 'folder' | 'shard'>, Pick<RevisionContext, 'remember'> {}

/** Opens the content and publishes it to the pages. Throws a ContentError where anything is wrong. */
export async function openSource({ root, folder, shard, remember }: Source) {
  const content = await openContent({ root, folder, shard });
  if (content.errors.length > 0) throw new ContentError(content.errors, folder);
  const urls = toSiteUrls(content);
  // A shard has not all URLs; the merge checks them.
  const vanished = shard === null ? checkPermalinks(urls) : [];
  if (vanished.length > 0) throw new ContentError(vanished, folder);
  const history = readHistory(folder);
  const redirects = toRedirects(urls);
  openSiteOf(content, { history, redirects, versions: versionsOf(content), ...(remember && { remember }) });
  const recorded = new Set(urls.permalinks.urls);
  return {
    ...{
      count: content.sources.length,
      notices: content.notices,
      newestYear: content.newestYear,
      history,
      redirects,
    },
    // Freed when they are indexed; the content itself, when this function ends.
    records: toSearchRecords(content),
    guide: listGuideHeadings(content.guide),
    unrecorded: urls.urls.filter((url) => !recorded.has(url)).length,
    identity: content.identity,
    content,
  };
}
