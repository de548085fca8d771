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
  ofResults: {
    ...{ set: ['rows.csv', 'answers.json'], result: ['answer.json'] },
    ...{ api: ['answers'], schemas: ['answer'] },
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
    '/2026/a/results/answers.json',
    '/2026/a/results/b/',
    '/2026/a/results/b/answer.json',
    '/2026/a/results/original/b.original.xlsx',
    '/2026/a/results/rows.csv',
    '/2026/a/results/source.txt',
    '/2026/a/results/source/',
    '/2026/a/rows.csv',
    '/2026/a/source.txt',
    '/2026/a/source/',
    '/2026/all.xlsx',
    '/2026/answers.json',
    '/2026/changes/',
    '/2026/quality/',
    '/2026/results/',
    '/2026/rows.csv',
    '/SHA256SUMS',
    '/all.xlsx',
    '/answers.json',
    '/api/',
    '/api/answers.json',
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
    '/schemas/answer.json',
    '/schemas/project.json',
    '/search/',
    '/subscribe/',
  ]);
});

test('a site without results has none of their pages and files', () => {
  const without = permanentUrls({ ...SITE, resultFiles: [], results: [], resultOriginals: [] });
  expect(permanentUrls(SITE).filter((url) => !without.includes(url))).toEqual([
    '/2026/a/results/',
    '/2026/a/results/answers.json',
    '/2026/a/results/b/',
    '/2026/a/results/b/answer.json',
    '/2026/a/results/original/b.original.xlsx',
    '/2026/a/results/rows.csv',
    '/2026/a/results/source.txt',
    '/2026/a/results/source/',
    '/2026/answers.json',
    '/2026/results/',
    '/answers.json',
    '/api/answers.json',
    '/schemas/answer.json',
  ]);
  expect(without.filter((url) => !permanentUrls(SITE).includes(url))).toEqual([]);
});

test('a year that has results alone has the page and the files of these', () => {
  const { years, bodies, projects, compared, originals, ...rest } = SITE;
  const only = {
    ...rest,
    years: [],
    bodies: [],
    projects: [],
    compared: { years: [], bodies: [] },
    originals: [],
  };
  expect(permanentUrls(only).filter((url) => /^\/2026\/[^/]*(?:$|\/$)/.test(url))).toEqual([
    '/2026/answers.json',
    '/2026/results/',
    '/2026/rows.csv',
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
