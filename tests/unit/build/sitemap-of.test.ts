import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runSitemap } from '../../../src/astro-internals/run-sitemap.ts';
import { sitemapOf } from '../../../src/build/sitemap-of.ts';
import { openContent } from '../../../src/content/open-content.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();

test('a sitemap has the pages that have not moved, each with its last change where that is sure', async () => {
  const folder = writeFiles(newFolder(), {
    ...{ 'guide/a.mdx': '---\ntitle: 甲\nsummary: 乙\norder: 1\n---\n' },
    ...twoYears,
  });
  const content = await openContent({ root: '.', folder });
  const commit = { id: 'ab12', date: '2026-03-05T00:00:00.000Z' };
  const byPath = new Map([['disclosures/2026/water.md', commit]]);
  const sitemap = sitemapOf(content, { commit, modified: new Set(), byPath }, [
    { from: '/2026/old/', to: '/2026/water/' },
  ]);
  const outDir = newFolder();
  const pages = ['2026/water/', '2026/old/', 'guide/a/'];
  await runSitemap(sitemap, { site: 'https://example.gov.cn', outDir, pages });
  const map = readFileSync(join(outDir, 'sitemap-0.xml'), 'utf8');
  expect([...map.matchAll(/<url>(.+?)<\/url>/g)].map(([, entry]) => entry)).toEqual([
    '<loc>https://example.gov.cn/2026/water/</loc><lastmod>2026-03-05T00:00:00.000Z</lastmod>',
    '<loc>https://example.gov.cn/guide/a/</loc>',
  ]);
});
