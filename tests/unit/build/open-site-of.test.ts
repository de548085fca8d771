import { expect, test } from 'vitest';
import { closeSite, openedSite } from '../../../src/astro-internals/opened-site.ts';
import { openSiteOf } from '../../../src/build/open-site-of.ts';
import { openContent } from '../../../src/content/open-content.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';

test('pages see the content, its files and its entries', async () => {
  const guide = { 'guide/a.mdx': '---\ntitle: 甲\nsummary: 乙\norder: 1\n---\n' };
  const folder = writeFiles(tempFolders()(), { ...guide, ...twoYears });
  const content = await openContent({ root: '.', folder });
  const history = { commit: null, modified: new Set<string>(), byPath: new Map() };
  const redirects = [{ from: '/a/', to: '/b/' }];
  const versions = {
    all: [
      { path: 'disclosures/2026/water.md', step: '1', date: '2026-02-01T00:00:00.000Z', key: 'a' },
      { path: 'disclosures/2026/school.md', step: '2', date: '2026-03-01T00:00:00.000Z', key: 'b' },
    ],
    read: () => new Map<string, Uint8Array>(),
  };
  openSiteOf(content, { history, redirects, versions });
  const { sources, collections, resources, ...site } = openedSite();
  expect(site).toEqual({
    root: '.',
    folder,
    identity: content.identity,
    newestYear: 2026,
    history,
    redirects,
    revisions: [],
    firstPublished: new Map([
      ['disclosures/2026/water.md', '2026-02-01T00:00:00.000Z'],
      ['disclosures/2026/school.md', '2026-03-01T00:00:00.000Z'],
    ]),
  });
  expect(resources.disposed).toBe(false);
  expect([...sources.keys()]).toEqual([
    'disclosures/2025/school.md',
    'disclosures/2025/water.md',
    'disclosures/2026/school.md',
    'disclosures/2026/water.md',
  ]);
  expect(Buffer.from(sources.get('disclosures/2025/water.md') ?? []).toString()).toBe(
    twoYears['disclosures/2025/water.md'],
  );
  expect([...(collections.get('disclosures')?.keys() ?? [])]).toHaveLength(4);
  await closeSite();
});
