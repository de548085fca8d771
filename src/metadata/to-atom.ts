import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { escapeText } from '../display/escape-text.ts';
import { addressesOf } from '../identity/addresses-of.ts';
import type { FeedEntry } from './feed-entries.ts';

/** How many entries a feed holds. */
const LONGEST = 50;
/** The package takes whole addresses only; this origin is removed afterwards. */
const NOWHERE = 'https://site.invalid';

/**
 * The Atom feed, newest first.
 *
 * Without the site's URL, links are paths, which readers resolve against the feed's address, and ids are UUIDs.
 */
export function toAtom(
  site: { title: string; url: string | undefined },
  entries: readonly FeedEntry[],
): string {
  const toAddress = addressesOf(site.url ?? NOWHERE);
  const toId = (path: string) => (site.url === undefined ? `urn:uuid:${toUuid(path)}` : site.url + path);
  const dated = entries
    .flatMap((entry) => (entry.updated === null ? [] : [{ ...entry, date: new Date(entry.updated) }]))
    .sort((a, b) => b.date.getTime() - a.date.getTime() || (a.path < b.path ? -1 : 1));
  const feed = new Feed({
    id: toId('/'),
    title: site.title,
    link: toAddress('/'),
    feed: toAddress('/atom.xml'),
    // A feed must have a date; that of one without entries is the beginning of time.
    updated: dated[0]?.date ?? new Date(0),
    generator: false,
    author: { name: site.title },
  });
  for (const { path, title, published, text, authors, date } of dated.slice(0, LONGEST))
    feed.addItem({
      id: toId(path),
      title: escapeText(title),
      link: toAddress(path),
      date,
      ...(published === undefined ? {} : { published: new Date(published) }),
      description: escapeText(text),
      author: authors.map((name) => ({ name })),
    });
  return `${feed.atom1().replaceAll(`href="${NOWHERE}`, 'href="').trimEnd()}\n`;
}

/** A UUID (version 8) of a path. */
function toUuid(path: string): string {
  const hex = createHash('sha256').update(`jixiao:${path}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
