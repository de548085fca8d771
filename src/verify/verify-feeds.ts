/**
 * In: a built site, how its sources were published before, and the changes that its pages show.
 * Out: what its feeds leave out, say otherwise or say twice.
 */
import { dirname } from 'node:path';
import { isShownAs } from './is-shown-as.ts';
import type { PublishedSite } from './published-site.ts';
import type { PublishedVersions } from './published-versions.ts';
import { decode } from './read-elements.ts';
import type { ShownRevision } from './verify-revisions.ts';

/** Entries of a feed, at most. */
const LONGEST = 200;

/** What an entry must have. */
interface Expected {
  /** What is missed where it is not there. */
  of: string;
  /** ISO 8601, or the day with which it begins. */
  date: string;
  texts: readonly string[];
}

export function verifyFeeds(
  site: PublishedSite,
  versions: PublishedVersions,
  revisions: ReadonlyMap<string, ShownRevision>,
): string[] {
  const ofBodies = new Map(
    [...site.bodies.keys()].map((folder) => [folder, entriesOf(site, versions, folder)]),
  );
  const byBody = Map.groupBy(revisions.values(), bodyOf);
  const changes = (own: Iterable<ShownRevision> = []) =>
    [...own].map((revision) => toExpected(site, revision));
  const losses = compareFeed(site, 'atom.xml', [
    ...[...ofBodies.values()].flat(),
    ...changes(revisions.values()),
  ]);
  for (const [folder, own] of ofBodies) {
    const file = `${folder}/atom.xml`;
    losses.push(...missing(site, file, [...own, ...changes(byBody.get(folder))]));
    for (const id of idsOf(site, file)) {
      // A feed has all years of its body.
      const [year] = folder.split('/');
      const other = bodyOf(revisions.get(id) ?? { href: '' });
      if (other !== folder && (!site.bodies.has(other) || other.startsWith(`${year ?? ''}/`)))
        losses.push(`${file}: 多出改动 ${id}`);
    }
  }
  const feeds = site.files.filter((file) => /^indicators\/name\/[^/]+\/atom\.xml$/.test(file));
  const found = new Set<string>();
  for (const file of feeds) {
    const title = decode(/<title>(?:<!\[CDATA\[)?([^<\]]*)/.exec(site.read(file))?.[1] ?? '');
    for (const id of idsOf(site, file)) {
      found.add(id);
      const revision = revisions.get(id);
      // A name that is gone may have been spoken like those of the page.
      const isAbout = !revision?.href.includes('#') || namesOf(revision).some((name) => title.includes(name));
      if (!revision || !isAbout) losses.push(`${file}: 多出改动 ${id}`);
    }
  }
  // Of a feed that is full, the oldest are left out.
  const isFull = feeds.some((file) => readEntries(site, file).entries.length >= LONGEST);
  const isNamed = ({ href }: ShownRevision) =>
    site.rows.get(href.slice(1).replace('/#', '#'))?.indicator.name;
  for (const revision of revisions.values())
    if (!isFull && isNamed(revision) && !found.has(revision.id))
      losses.push(`indicators/name/: 没有一个订阅有“${revision.what}”`);
  return losses;
}

/** The body of what a change leads to. */
function bodyOf({ href }: Pick<ShownRevision, 'href'>): string {
  return /^\/(\d{4}\/[^/]+)\//.exec(href)?.[1] ?? '';
}

/** What the indicator of a change is called, or was. */
function namesOf({ what, before, after }: ShownRevision): string[] {
  return [what.split('：')[0] ?? '', before ?? '', after ?? ''].filter((name) => name !== '');
}

/** What a body publishes, but its changes: its disclosure, and each correction. */
function entriesOf(
  { origin, bodies, projects }: PublishedSite,
  versions: PublishedVersions,
  folder: string,
): Expected[] {
  const { publisher = '', published, imported, corrections = [] } = bodies.get(folder) ?? {};
  const own = projects.filter(({ id }) => dirname(id) === folder);
  const time = versions.get(own[0]?.source.path ?? '')?.[0]?.time;
  const day = published ?? (time === undefined ? imported : undefined);
  const date = day === undefined ? time && new Date(time * 1000).toISOString() : `${day}T00:00:00.000Z`;
  const disclosure = [
    `<link href="${origin}/${folder}/"/>`,
    ...(published === undefined ? [] : [`<published>${published}T`]),
    `<name>${publisher}</name>`,
    `>${publisher}${dirname(folder)}年项目绩效目标</title>`,
    own.map(({ name }) => name).join('、'),
  ];
  return [
    ...(date ? [{ of: folder, date, texts: disclosure }] : []),
    ...corrections.map(({ date: on, project, text }): Expected => {
      const id = own.find(({ name }) => name === project)?.id ?? folder;
      const texts = [`<link href="${origin}/${id}/#correction-`, `<name>${publisher}</name>`, text];
      return {
        of: `${folder} ${on}`,
        date: `${on}T00:00:00.000Z`,
        texts: [...texts, ...(project === undefined ? [] : [project])],
      };
    }),
  ];
}

/** A change: project, field, before, after, day. */
function toExpected({ origin }: PublishedSite, revision: ShownRevision): Expected {
  const { id, day, what, before, after } = revision;
  return {
    of: `改动 ${id}`,
    // Its time is that of the version, which is on this day in China.
    date: '',
    texts: [
      `<id>${origin}/changes/${day}/#${id}</id>`,
      `${day}，`,
      `“${what}”`,
      `改前：${before ?? '没有'}。`,
      `改后：${after ?? '没有'}。`,
    ].filter((text) => origin !== '' || !text.startsWith('<id>')),
  };
}

/** The ids of the changes in a feed. */
function idsOf({ read }: PublishedSite, file: string): string[] {
  return [...read(file).matchAll(/<link href="[^"]*\/changes\/[^"]*#([\da-f]{16})"/g)].map(
    ([, id = '']) => id,
  );
}

interface Entry {
  text: string;
  date: string;
}

function readEntries({ read }: PublishedSite, file: string): { head: string; entries: Entry[] } {
  const [head = '', ...parts] = read(file).split('<entry>');
  return {
    head,
    entries: parts.map((part) => ({
      text: decode(part.replaceAll(/<!\[CDATA\[|\]\]>/g, '')),
      date: /<updated>([^<]*)/.exec(part)?.[1] ?? '',
    })),
  };
}

/** What a feed does not have, and what is left when all is found. */
function search(
  entries: readonly Entry[],
  expected: readonly Expected[],
): { lost: Expected[]; left: Entry[] } {
  const left = [...entries];
  const lost = expected.filter(({ date, texts }) => {
    const place = left.findIndex(
      (entry) => (date === '' || entry.date === date) && texts.every((text) => hasText(entry.text, text)),
    );
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return { lost, left };
}

/** Of a feed that may have more. */
function missing(site: PublishedSite, file: string, expected: readonly Expected[]): string[] {
  const { head, entries } = readEntries(site, file);
  const { lost } = search(entries, expected);
  return [
    ...(entries.length < LONGEST ? lost.map((each) => describe(file, each)) : []),
    ...orderOf(file, head, entries),
  ];
}

/** Of a feed that has nothing else. */
function compareFeed(site: PublishedSite, file: string, expected: readonly Expected[]): string[] {
  const { head, entries } = readEntries(site, file);
  const { lost, left } = search(entries, expected);
  const count = Math.min(expected.length, LONGEST);
  // Of a feed that is full, the oldest are left out; those of its last day in any order.
  const last = entries.length === LONGEST ? (entries.at(-1)?.date ?? '') : '';
  const isOlder = ({ date }: Expected) => last !== '' && (date === '' || date <= last);
  return [
    ...lost.filter((each) => !isOlder(each)).map((each) => describe(file, each)),
    ...(left.length > 0 || entries.length !== count
      ? [`${file}: ${entries.length} 条，应有 ${count} 条，不认识的有 ${left.length} 条`]
      : []),
    ...orderOf(file, head, entries),
  ];
}

function describe(file: string, { of, date, texts }: Expected): string {
  return `${file}: 没有 ${of} 的一条，它应有“${[date, ...texts].join('”“')}”`;
}

function orderOf(file: string, head: string, entries: readonly Entry[]): string[] {
  const isSorted = entries.every(
    ({ date }, index) => index === 0 || date <= (entries[index - 1]?.date ?? ''),
  );
  const [newest] = entries;
  const isDated = newest === undefined || head.includes(`<updated>${newest.date}</updated>`);
  return isSorted && isDated ? [] : [`${file}: 不是新的在前`];
}

/** Whether an entry has a text, as it is or with numbers masked. */
function hasText(entry: string, text: string): boolean {
  if (entry.includes(text)) return true;
  if (!/\d{3}/.test(text)) return false;
  return [...entry.matchAll(/>([^<]*)</g)].some(([, shown = '']) => isShownAs(text, shown));
}
