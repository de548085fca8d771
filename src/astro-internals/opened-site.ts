import type { Collections } from '../collection/to-collections.ts';
import type { Content } from '../content/open-content.ts';
import type { ContentHistory } from '../content/content-history.ts';
import type { Revision } from '../revisions/collect-revisions.ts';

/** What pages are rendered from: values of the opened content, and what is made of them once. */
export interface OpenedSite extends Pick<Content, 'root' | 'folder' | 'identity' | 'newestYear'> {
  history: ContentHistory;
  /** Bytes of the sources by their paths. */
  sources: ReadonlyMap<string, Uint8Array>;
  collections: Collections;
  /** Old paths that lead to current ones. */
  redirects: readonly { from: string; to: string }[];
  /** What was changed after publication, newest first. */
  revisions: readonly Revision[];
  /** When each source was published first, ISO 8601, by its path. Sources without a recorded version are missing. */
  firstPublished: ReadonlyMap<string, string>;
  /** What rendering starts, such as threads; disposed when all pages are written. */
  resources: AsyncDisposableStack;
}

/**
 * The one value that a process shares with the modules that Vite loads. Vite evaluates each of our modules once more, for
 * `content.config.ts` and for the pages; {@link shareOpenedSite} makes it take this module from Node instead.
 */
let opened: OpenedSite | undefined;

/** Publishes a site; in `astro dev` it replaces the one before an edit. */
export function openSite(site: OpenedSite): void {
  opened = site;
}

/** The site of this process. Throws where none is open. */
export function openedSite(): OpenedSite {
  if (!opened) throw new Error('no site is open');
  return opened;
}

/** Ends rendering: stops what it started, and frees what pages were made from. Node can't unload the modules of the pages. */
export async function closeSite(): Promise<void> {
  const site = opened;
  opened = undefined;
  // Astro keeps a reference to the maps.
  for (const entries of site?.collections.values() ?? []) entries.clear();
  await site?.resources.disposeAsync();
}
