import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { toSiteUrls } from '../../../src/redirects/published-urls.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';
import { writeProject } from '../../helpers/write-project.ts';
import { writeResult } from '../../helpers/write-result.ts';

const newFolder = tempFolders();
const GUIDE = { 'guide/zhao.mdx': '---\ntitle: 找\nsummary: 怎样找\norder: 1\n---\n' };
const project = (year: number, name: string) =>
  writeProject({ name, year, unit: '青溪县水务局', department: '青溪县水务局', yuan: '100.00' });

async function siteOf(files: Record<string, string>) {
  const folder = writeFiles(newFolder(), { ...GUIDE, ...files });
  return toSiteUrls(await openContent({ root: '.', folder }));
}

test('a body has its pages, its files, its originals, and those of its projects', async () => {
  const original = `name: 甲.xlsx, sha256: "${'0'.repeat(64)}", file: water.original.xlsx, parts: [表]`;
  const { urls } = await siteOf({
    'disclosures/2026/water.md': `---\noriginals: [{ ${original} }]\n---\n\n${project(2026, '河道清淤')}`,
  });
  const below = (folder: string) =>
    urls.flatMap((url) => (url.startsWith(folder) ? [url.slice(folder.length)] : []));
  expect(below('/2026/water/')).toEqual([
    '',
    'atom.xml',
    'datapackage.json',
    'disclosure.json',
    'disclosure.xlsx',
    'he-dao-qing-yu/',
    'he-dao-qing-yu/indicators.csv',
    'he-dao-qing-yu/project.json',
    'he-dao-qing-yu/projects.csv',
    'indicators.csv',
    'original/water.original.xlsx',
    'projects.csv',
    'quality/',
    'source.txt',
    'source/',
  ]);
  expect(below('/indicators/')).toEqual([
    '',
    ...['fu-wu-dui-xiang-man-yi-du-zhi-biao', 'name'].flatMap((slug) =>
      slug === 'name'
        ? ['ju-min-man-yi-du', 'shui-zhi-da-biao-lv', 'xun-cha-he-dao', 'yan-an-huan-jing'].flatMap(
            (name) => [`name/${name}/`, `name/${name}/atom.xml`],
          )
        : [`${slug}/`, `${slug}/indicators.csv`, `${slug}/indicators.xlsx`],
    ),
    ...['she-hui-xiao-yi-zhi-biao', 'shu-liang-zhi-biao', 'zhi-liang-zhi-biao'].flatMap((slug) => [
      `${slug}/`,
      `${slug}/indicators.csv`,
      `${slug}/indicators.xlsx`,
    ]),
  ]);
  expect(below('/2026/')).toContain('quality/');
  expect(below('/guide/')).toEqual(['', 'zhao/']);
  expect(below('/api/')).toEqual([
    '',
    'bodies.json',
    'index.json',
    'indicators.json',
    'projects.json',
    'years.json',
  ]);
  expect(below('/schemas/')).toEqual(['disclosure.json', 'project.json']);
});

test.each([
  ['{ "name": "甲" }', []],
  ['{ "name": "甲", "url": "https://example.gov.cn" }', ['/sitemap-index.xml']],
])('a site %s has the sitemaps %j', async (identity, expected) => {
  const { urls } = await siteOf({ 'site.json': identity });
  expect(urls.filter((url) => url.includes('sitemap'))).toEqual(expected);
});

test('results add their pages and files, and change none of the others', async () => {
  const files = { 'disclosures/2025/water.md': project(2025, '河道清淤') };
  const answer = (year: number) =>
    writeResult({ name: '河道清淤', year, unit: '青溪县水务局', department: '青溪县水务局' });
  const { urls: without } = await siteOf(files);
  const { urls } = await siteOf({
    ...files,
    'disclosures/results/2025/water.md': answer(2025),
    'disclosures/results/2024/water.md': answer(2024),
  });
  expect(without.filter((url) => !urls.includes(url) || url.includes('result'))).toEqual([]);
  const ofSet = ['datapackage.json', 'result-indicators.csv', 'results.csv', 'results.json', 'results.xlsx'];
  const ofYear = (year: number) => [
    `/${year}/results/`,
    ...ofSet.map((name) => `/${year}/${name}`),
    ...['', ...ofSet, 'source.txt', 'source/'].map((name) => `/${year}/water/results/${name}`),
    ...['', 'result-indicators.csv', 'result.json'].map(
      (name) => `/${year}/water/results/he-dao-qing-yu/${name}`,
    ),
  ];
  const added = [
    ...[...ofYear(2024), ...ofYear(2025)].filter((url) => url !== '/2025/datapackage.json'),
    ...ofSet.slice(1).map((name) => `/${name}`),
    ...['/api/results.json', '/schemas/result.json'],
  ];
  expect(urls.filter((url) => !without.includes(url))).toEqual(added.sort());
});

test('a file without projects has no page', async () => {
  const { urls, names } = await siteOf({ 'disclosures/2026/water.md': '没有表格。\n' });
  expect(urls.filter((url) => url.includes('2026'))).toEqual([]);
  expect(names).toEqual({});
});

const moved = (moves: object) => JSON.stringify({ urls: [], names: {}, moved: moves });

test.each([
  [
    'the same name in two years',
    {},
    ['2025/water', '2026/water'],
    ['/2026/changes/', '/2026/water/changes/'],
  ],
  ['another name', {}, ['2025/water', '2026/shui-wu'], ['/2026/changes/']],
  [
    'another name, with a move',
    { '/2026/water/': '/2026/shui/', '/2026/shui/': '/2026/shui-wu/' },
    ['2025/water', '2026/shui-wu'],
    ['/2026/changes/', '/2026/shui-wu/changes/'],
  ],
  [
    'another name, with a move to what is gone',
    { '/2026/water/': '/2026/shui/', '/2025/shui-wu/': '/2025/gone/' },
    ['2025/water', '2026/shui-wu'],
    ['/2026/changes/'],
  ],
  ['one year', {}, ['2026/water', '2026/shui-wu'], []],
])('what can be compared has a page of changes: bodies of %s', async (_name, moves, bodies, expected) => {
  const { urls } = await siteOf({
    'permalinks.json': moved(moves),
    ...Object.fromEntries(
      bodies.map((id, index) => [`disclosures/${id}.md`, project(Number(id.slice(0, 4)), `项目${index}`)]),
    ),
  });
  expect(urls.filter((url) => /^\/\d.*\/changes\/$/.test(url))).toEqual(expected);
});

test('names, traits and rows are under the ids of the projects, and the record is kept', async () => {
  const site = await siteOf(twoYears);
  const ids = Object.keys(site.names);
  expect(ids).toHaveLength(11);
  expect(site.names['2025/water/he-dao-bao-jie']).toBe('河道保洁');
  expect(Object.keys(site.traits)).toEqual(ids);
  expect(site.traits['2026/water/jie-shui-diao-yan']).toMatch(/^[\da-f]{16}$/);
  expect(Object.keys(site.rows)).toEqual(ids);
  expect(site.rows['2026/water/jie-shui-diao-yan']).toEqual({
    'diao-yan-bao-gao': expect.stringMatching(/^[\da-f]{18}$/) as string,
    'jian-yi': expect.stringMatching(/^[\da-f]{18}$/) as string,
  });
  expect(site.rows).toBe(site.rows);
  expect(site.text).toBe(twoYears['permalinks.json']);
  expect(Object.keys(site.permalinks.moved)).toEqual(['/2026/school/cao-chang-fan-xin/']);
});

test('a telephone number in a name is not recorded', async () => {
  const { names } = await siteOf({ 'disclosures/2026/water.md': project(2026, '热线13800138000') });
  expect(Object.values(names)).toEqual(['热线138********']);
});
