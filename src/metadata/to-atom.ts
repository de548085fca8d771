import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { escapeText } from '../display/escape-text.ts';
import { addressesOf } from '../identity/addresses-of.ts';
import type { FeedEntry } from './feed-entries.ts';

/** How many entries a feed holds. */
const LONGEST = 200;
/** The package takes whole addresses only; this origin is removed afterwards. */
const NOWHERE = 'https://site.invalid';

/** A feed. */
interface FeedInfo {
  title: string;
  /** Its path in the site. */
  path: string;
  /** Of the site. */
  url: string | undefined;
}

/**
 * An Atom feed, newest first.
 *
 * Without the site's URL, links are paths, which readers resolve against the feed's address, and ids are UUIDs.
 */
export function toAtom({ title, path: feedPath, url }: FeedInfo, entries: readonly FeedEntry[]): string {
  const toAddress = addressesOf(url ?? NOWHERE);
  const toId = (path: string) => (url === undefined ? `urn:uuid:${toUuid(path)}` : url + path);
  const dated = entries
    .flatMap((entry) => (entry.updated === null ? [] : [{ ...entry, date: new Date(entry.updated) }]))
    .sort((a, b) => b.date.getTime() - a.date.getTime() || (idOf(a) < idOf(b) ? -1 : 1));
  const feed = new Feed({
    // That of a page is the id of what the page publishes.
    id: toId(feedPath === '/atom.xml' ? '/' : feedPath),
    title,
    link: toAddress(pageOf(feedPath)),
    feed: toAddress(feedPath),
    // A feed must have a date; that of one without entries is the beginning of time.
    updated: dated[0]?.date ?? new Date(0),
    generator: false,
    author: { name: title },
  });
  for (const { date, published, authors, ...entry } of dated.slice(0, LONGEST))
    feed.addItem({
      id: toId(idOf(entry)),
      title: escapeText(entry.title),
      link: toAddress(entry.path),
      date,
      ...(published === undefined ? {} : { published: new Date(published) }),
      description: escapeText(entry.text),
      author: authors.map((name) => ({ name })),
    });
  return `${feed.atom1().replaceAll(`href="${NOWHERE}`, 'href="').trimEnd()}\n`;
}

function idOf({ id, path }: Pick<FeedEntry, 'id' | 'path'>): string {
  return id ?? path;
}

/** The page that a feed belongs to: `/2026/a/` for `/2026/a/atom.xml`. */
function pageOf(feedPath: string): string {
  return feedPath.slice(0, feedPath.lastIndexOf('/') + 1);
}

/** A UUID (version 8) of a path. */
function toUuid(path: string): string {
  const hex = createHash('sha256').update(`jixiao:${path}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
