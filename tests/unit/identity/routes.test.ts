import { expect, test } from 'vitest';
import { filesUnder } from '../../../src/cache/files-under.ts';
import { permanentUrls, ROUTES, type SiteSummary } from '../../../src/identity/routes.ts';

const SITE: SiteSummary = {
  years: [2026, 2026],
  bodies: ['2026/a'],
  projects: ['2026/a/b'],
  resultFiles: ['2026/a/results'],
  results: ['2026/a/results/b'],
  compared: { years: [2026], bodies: ['2026/a'] },
  originals: [{ body: '2026/a', file: 'a.original.xlsx' }],
  resultOriginals: [{ id: '2026/a/results', file: 'b.original.xlsx' }],
  subcategories: ['shu-liang'],
  names: ['can-xun-lv'],
  guide: ['read'],
  hasAddress: false,
  isEmbedded: false,
  files: {
    ...{ set: ['all.xlsx', 'rows.csv'], project: ['one.json'], comparison: ['some.csv'] },
    ...{ api: ['index'], schemas: ['project'] },
  },
};

test('each file of src/pages is a route', () => {
  const patterns = filesUnder('src/pages').map((path) =>
    `/${path.replace(/\.ts$/, '').replace(/(?:(^|\/)index)?\.astro$/, '/')}`.replace('//', '/'),
  );
  expect(Object.keys(ROUTES).sort()).toEqual(patterns.sort());
});

test('permanent URLs are those of all routes, each once', () => {
  expect(permanentUrls(SITE)).toEqual([
    '/',
    '/2026/',
    '/2026/a/',
    '/2026/a/all.xlsx',
    '/2026/a/atom.xml',
    '/2026/a/b/',
    '/2026/a/b/one.json',
    '/2026/a/changes/',
    '/2026/a/original/a.original.xlsx',
    '/2026/a/quality/',
    '/2026/a/results/',
    '/2026/a/results/b/',
    '/2026/a/results/original/b.original.xlsx',
    '/2026/a/results/source.txt',
    '/2026/a/results/source/',
    '/2026/a/rows.csv',
    '/2026/a/source.txt',
    '/2026/a/source/',
    '/2026/all.xlsx',
    '/2026/changes/',
    '/2026/quality/',
    '/2026/results/',
    '/2026/rows.csv',
    '/SHA256SUMS',
    '/all.xlsx',
    '/api/',
    '/api/index.json',
    '/atom.xml',
    '/changes/',
    '/check/',
    '/guide/',
    '/guide/read/',
    '/indicators/',
    '/indicators/name/can-xun-lv/',
    '/indicators/name/can-xun-lv/atom.xml',
    '/indicators/shu-liang/',
    '/indicators/shu-liang/some.csv',
    '/quality/',
    '/robots.txt',
    '/rows.csv',
    '/schemas/project.json',
    '/search/',
    '/subscribe/',
  ]);
});

test('only a site with a URL has a sitemap', () => {
  const added = permanentUrls({ ...SITE, hasAddress: true }).filter(
    (url) => !permanentUrls(SITE).includes(url),
  );
  expect(added).toEqual(['/sitemap-index.xml']);
});

test('projects have pages for frames where other sites may show them', () => {
  const added = permanentUrls({ ...SITE, isEmbedded: true }).filter(
    (url) => !permanentUrls(SITE).includes(url),
  );
  expect(added).toEqual(['/2026/a/b/embed/']);
});
