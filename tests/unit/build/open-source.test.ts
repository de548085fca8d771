import { afterEach, expect, test } from 'vitest';
import { closeSite, openedSite } from '../../../src/astro-internals/opened-site.ts';
import { openSource } from '../../../src/build/open-source.ts';
import { toSiteUrls } from '../../../src/redirects/published-urls.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const GUIDE = { 'guide/a.mdx': '---\ntitle: 甲\nsummary: 乙\norder: 1\n---\n' };
const open = (files: Record<string, string>, shard: { number: number; count: number } | null = null) =>
  openSource({ root: '.', folder: writeFiles(newFolder(), { ...GUIDE, ...files }), shard });
const VANISHED = JSON.stringify({ urls: ['/2026/none/'], names: {}, moved: {} });

afterEach(closeSite);

test('a content is opened to the pages, with what search needs', async () => {
  const { count, newestYear, identity, guide, records, redirects, content } = await open(twoYears);
  expect([count, newestYear, identity.url]).toEqual([4, 2026, undefined]);
  expect(guide.map(({ title }) => title)).toEqual(['甲']);
  expect(records).toHaveLength(11);
  expect(redirects).toEqual([
    { from: '/2026/school/cao-chang-fan-xin/', to: '/2026/school/yun-dong-chang-xiu-shan/' },
  ]);
  expect(openedSite().redirects).toBe(redirects);
  expect(openedSite().identity).toBe(content.identity);
});

test('the URLs that are not in the permalinks are counted', async () => {
  const { unrecorded, content } = await open(twoYears);
  const { urls } = toSiteUrls(content);
  expect(unrecorded).toBe(urls.length);
  const recorded = { urls: urls.slice(2), names: {}, moved: {} };
  const later = await open({ ...twoYears, 'permalinks.json': JSON.stringify(recorded) });
  expect(later.unrecorded).toBe(2);
});

test('a content with errors is not opened', async () => {
  await expect(open({ 'disclosures/2026/water.md': '无' })).rejects.toMatchObject({ name: 'ContentError' });
});

test('a URL that would vanish is an error, but not in a shard, which has not all of them', async () => {
  const files = { ...twoYears, 'permalinks.json': VANISHED };
  await expect(open(files)).rejects.toThrow('/2026/none/');
  expect((await open(files, { number: 1, count: 1 })).count).toBe(4);
});
