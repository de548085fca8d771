import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { escapeText } from '../display/escape-text.ts';
import { projectRows, type DataSet } from '../downloads/data-set.ts';
import { addressesOf } from '../identity/addresses-of.ts';

/** How many entries a feed holds. */
const LONGEST = 50;
/** The package takes whole addresses only; this origin is removed afterwards. */
const NOWHERE = 'https://site.invalid';

/** A body's disclosure with the time of its last change. */
export interface FeedEntry {
  set: DataSet;
  /** ISO 8601. Null: it is unknown, and the entry is left out. */
  updated: string | null;
  description: string;
}

/**
 * The Atom feed of disclosures, newest first.
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
    .flatMap(({ set, updated, description }) =>
      updated === null ? [] : [{ set, description, date: new Date(updated) }],
    )
    .sort((a, b) => b.date.getTime() - a.date.getTime() || (a.set.id < b.set.id ? -1 : 1));
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
  for (const { set, description, date } of dated.slice(0, LONGEST)) {
    const published = set.sources[0]?.publication.published;
    feed.addItem({
      id: toId(`/${set.id}/`),
      title: escapeText(set.title),
      link: toAddress(`/${set.id}/`),
      date,
      ...(published === undefined ? {} : { published: new Date(published) }),
      description: escapeText(`${description}${namesOf(set)}`),
      author: set.sources.map(({ publisher }) => ({ name: publisher })),
    });
  }
  return `${feed.atom1().replaceAll(`href="${NOWHERE}`, 'href="').trimEnd()}\n`;
}

function namesOf(set: DataSet): string {
  return projectRows(set)
    .map(({ project }) => project.name)
    .join('、');
}

/** A UUID (version 8) of a path. */
function toUuid(path: string): string {
  const hex = createHash('sha256').update(`jixiao:${path}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
