import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { toDataSets, type DataSource } from '../../../src/downloads/data-set.ts';
import { feedEntries, type FeedEntry } from '../../../src/metadata/feed-entries.ts';
import { toAtom } from '../../../src/metadata/to-atom.ts';
import { must } from '../../../src/record/must.ts';
import { school, water } from '../downloads/a-source.ts';

const site = { title: '示例市绩效', path: '/atom.xml', url: 'https://example.gov.cn' };

/** The entry of a body's disclosure. */
function entryOf(source: DataSource, updated: string | null): FeedEntry {
  const set = must(toDataSets('示例市', [source]).find(({ kind }) => kind === 'body'));
  return must(feedEntries(set, updated)[0]);
}
/** The same disclosure as one of another file. */
const named = (file: string) => ({ ...water, id: `2026/${file}` });
const idsOf = (entries: readonly FeedEntry[], of = site) =>
  parse(toAtom(of, entries))
    .querySelectorAll('entry > id')
    .map(({ text }) => text);

test('an entry has its page, its dates, its publisher, and the names of its projects', () => {
  const source = { ...water, publication: { published: '2026-02-03' } };
  const entry = parse(toAtom(site, [entryOf(source, '2026-02-04T01:02:03.000Z')])).querySelector('entry');
  const textOf = (tag: string) => entry?.querySelector(tag)?.text;
  expect(['id', 'updated', 'published', 'author > name'].map(textOf)).toEqual([
    'https://example.gov.cn/2026/water/',
    '2026-02-04T01:02:03.000Z',
    '2026-02-03T00:00:00.000Z',
    '示例市水务局',
  ]);
  expect(textOf('title')).toContain('示例市水务局2026年项目绩效目标');
  expect(textOf('summary')).toContain('2 个项目：河道保洁、水质监测');
  expect(entry?.querySelector('link')?.getAttribute('href')).toBe('https://example.gov.cn/2026/water/');
});

test('entries are the newest first, equal ones by id; those without a date are left out', () => {
  const [old, recent] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  const entries = [
    entryOf(named('a'), old),
    entryOf(named('d'), recent),
    entryOf(named('b'), recent),
    entryOf(named('c'), recent),
    entryOf(named('e'), null),
  ];
  const sorted = ['b', 'c', 'd', 'a'].map((file) => `https://example.gov.cn/2026/${file}/`);
  expect(idsOf(entries)).toEqual(sorted);
  expect(idsOf(entries.toReversed())).toEqual(sorted);
  expect(parse(toAtom(site, entries)).querySelector('feed > updated')?.text).toBe(recent);
});

test('a feed holds the newest 200', () => {
  const days = Array.from({ length: 201 }, (_, place) =>
    new Date(Date.UTC(2026, 0, place + 1)).toISOString(),
  );
  const ids = idsOf(days.map((day, place) => entryOf(named(`p${place}`), day)));
  expect(ids).toHaveLength(200);
  expect(ids.at(-1)).toBe('https://example.gov.cn/2026/p1/');
});

test('without the address of the site, links are paths and ids are UUIDs of their own', () => {
  const feed = toAtom({ ...site, url: undefined }, [
    entryOf(water, '2026-02-04T00:00:00.000Z'),
    entryOf(school, '2026-02-04T00:00:00.000Z'),
  ]);
  expect(feed).not.toContain('site.invalid');
  const links = parse(feed)
    .querySelectorAll('link')
    .map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/', '/atom.xml', '/2025/school/', '/2026/water/']);
  const ids = parse(feed)
    .querySelectorAll('id')
    .map(({ text }) => text);
  expect(new Set(ids).size).toBe(3);
  // Digits of the SHA-256 of `jixiao:/`, apart from those that say the version and the variant.
  expect(ids[0]).toBe('urn:uuid:fbfa0e28-3e30-8e5d-a37f-907e7014784d');
});

test('a feed without entries is of the beginning of time, and ends with a line end', () => {
  const feed = toAtom(site, []);
  expect(parse(feed).querySelector('feed > updated')?.text).toBe('1970-01-01T00:00:00.000Z');
  expect(parse(feed).querySelector('feed > id')?.text).toBe('https://example.gov.cn/');
  expect(parse(feed).querySelector('feed > author > name')?.text).toBe('示例市绩效');
  expect(feed).not.toContain('<generator');
  expect(feed).toMatch(/<\/feed>\n$/);
});

test('a text that looks like a tag stays text', () => {
  const source = { ...water, publisher: '<b>示例市</b>' };
  const feed = toAtom(site, [{ ...entryOf(source, '2026-02-04T00:00:00.000Z'), text: 'a<i>河道保洁' }]);
  expect(feed).toContain('&lt;b&gt;示例市&lt;/b&gt;2026年');
  expect(feed).toContain('a&lt;i&gt;河道保洁');
});

test('the feed of a page is not the page: it has an id of its own', () => {
  const feed = parse(toAtom({ ...site, path: '/2026/water/atom.xml' }, []));
  expect(feed.querySelector('feed > id')?.text).toBe('https://example.gov.cn/2026/water/atom.xml');
  const links = feed.querySelectorAll('feed > link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['https://example.gov.cn/2026/water/', 'https://example.gov.cn/2026/water/atom.xml']);
});

test('an entry with an id of its own has it, whatever its address is', () => {
  const entry = {
    ...entryOf(water, '2026-02-04T00:00:00.000Z'),
    id: '/changes/2026-02-04/#a',
    path: '/changes/2026-02-04/page/2/#a',
  };
  expect(idsOf([entry])).toEqual(['https://example.gov.cn/changes/2026-02-04/#a']);
});
