/** What machines read of a site that knows its own address and its 政府网站标识码: built from a folder with a history. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { toScriptText } from '../../src/metadata/structured-data.ts';
import { version } from '../../src/version.ts';
import { runScript } from '../helpers/run-script.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const SITE = 'https://jixiao.example.gov.cn';
const HOSTILE = `水务局</script><!--<script>\u2028"&'`;
const plain = fixtureSource('a-plain-table');
const { folder, content, env } = openFixture(tempFolders()());
const dist = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');

beforeAll(() => {
  const put = (path: string, text: string) => {
    writeFileSync(join(content, path), text);
  };
  put(
    'site.json',
    JSON.stringify({
      name: '绩效',
      url: SITE,
      publisher: '某市财政局',
      siteCode: '4419000001',
      licence: 'CC BY 4.0',
    }),
  );
  put('disclosures/2026/shuiwuju.md', plain);
  commitContent(content, '2026-02-03T04:05:06+08:00');
  const front = {
    publisher: HOSTILE,
    published: '2026-03-01',
    page: 'https://example.gov.cn/a.html',
    licence: 'CC0',
  };
  put('disclosures/2026/yuanlinju.md', `---\n${JSON.stringify(front)}\n---\n\n${plain}`);
  commitContent(content, '2026-02-10T00:00:00Z');
  utimesSync(join(content, 'disclosures/2026/shuiwuju.md'), 1_900_000_000, 1_900_000_000);
  const built = runScript('build', [], env);
  if (built.status !== 0) throw new Error(built.stderr);
});

interface Node {
  '@type': string;
  '@id'?: string;
  [property: string]: unknown;
}
function graphOf(path: string): Node[] {
  const text = parse(dist(path))
    .querySelectorAll('script[type="application/ld+json"]')
    .map(({ rawText }) => rawText);
  expect(text).toHaveLength(1);
  return (JSON.parse(text[0] ?? '') as { '@graph': Node[] })['@graph'];
}

test('a project page is a Dataset of a government body, with its downloads', () => {
  const graph = graphOf('2026/yuanlinju/he-dao-qing-yu/index.html');
  const [site, page, dataset] = graph;
  expect(graph.map((node) => node['@type'])).toEqual(['WebSite', 'WebPage', 'Dataset']);
  expect(site?.['publisher']).toEqual({ '@type': 'GovernmentOrganization', name: '某市财政局' });
  expect(page?.['mainEntity']).toEqual({ '@id': dataset?.['@id'] });
  expect(dataset).toMatchObject({
    url: `${SITE}/2026/yuanlinju/he-dao-qing-yu/`,
    creator: [{ '@type': 'GovernmentOrganization', name: HOSTILE }],
    datePublished: '2026-03-01',
    dateModified: '2026-03-01T00:00:00.000Z',
  });
  expect((dataset?.['distribution'] as Node[]).map((file) => [file['@type'], file['contentUrl']])).toEqual(
    ['project.json', 'projects.csv', 'indicators.csv'].map((name) => [
      'DataDownload',
      `${SITE}/2026/yuanlinju/he-dao-qing-yu/${name}`,
    ]),
  );
});

test('a page tells the versions of its own source and of Jixiao, and the home page that of all content', () => {
  const git = ['log', '--format=%H', '--reverse'];
  const [first = '', second = ''] = execFileSync('git', git, {
    cwd: join(folder, 'content'),
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
  const short = (id: string) => id.slice(0, 12);
  const footerOf = (path: string) => parse(dist(path)).querySelector('footer')?.textContent;
  expect(footerOf('index.html')).toContain(`内容版本 ${short(second)}`);
  expect(footerOf('2026/yuanlinju/index.html')).toContain(`原文版本 ${short(second)}`);
  for (const path of ['2026/shuiwuju/index.html', '2026/shuiwuju/he-dao-qing-yu/index.html'])
    expect(footerOf(path)).toMatch(new RegExp(`原文版本 ${short(first)}\\s*（2026-02-03）`));
  for (const path of ['index.html', '2026/yuanlinju/index.html'])
    expect(footerOf(path)).toContain(`程序版本 Jixiao ${version}`);
  const versionOf = (set: string) =>
    (JSON.parse(dist(`${set}datapackage.json`)) as { version: string }).version;
  expect(['', '2026/', '2026/shuiwuju/', '2026/yuanlinju/'].map(versionOf)).toEqual([
    second,
    second,
    first,
    second,
  ]);
});

test('every page has structured data, a canonical link and the government names', () => {
  const pages = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('index.html'),
  );
  expect(pages.length).toBeGreaterThan(15);
  for (const path of pages) {
    const page = parse(dist(path));
    expect(graphOf(path).map((node) => node['@type'])).toContain('WebPage');
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${SITE}/${path.replace(/index\.html$/, '')}`,
    );
    const metaOf = (name: string) => page.querySelector(`meta[name=${name}]`)?.getAttribute('content');
    expect([metaOf('SiteName'), metaOf('SiteDomain'), metaOf('SiteIDCode')]).toEqual([
      '绩效',
      'jixiao.example.gov.cn',
      '4419000001',
    ]);
  }
  const page = parse(dist('2026/yuanlinju/index.html'));
  const metaOf = (name: string) => page.querySelector(`meta[name=${name}]`)?.getAttribute('content');
  expect([metaOf('ColumnName'), metaOf('PubDate')]).toEqual(['年度', '2026-03-01']);
  expect(page.querySelector('meta[name=ContentSource]')?.getAttribute('content')).toContain('水务局');
});

test('no text ends a script of structured data', () => {
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
    dist('2026/yuanlinju/index.html'),
  );
  expect(script?.[1]).toMatch(/"creator".*}$/s);
  expect(JSON.parse(toScriptText(HOSTILE))).toBe(HOSTILE);
  expect(toScriptText(HOSTILE)).not.toMatch(/[<>\u2028\u2029]/);
});

test('the sitemap names every page but 404, with the date of its content', () => {
  expect(dist('robots.txt')).toContain(`Sitemap: ${SITE}/sitemap-index.xml\n`);
  expect(dist('sitemap-index.xml')).toContain(`<loc>${SITE}/sitemap-0.xml</loc>`);
  const entries = parse(dist('sitemap-0.xml')).querySelectorAll('url');
  const dates = new Map(
    entries.map((entry) => [
      entry.querySelector('loc')?.text.slice(SITE.length),
      entry.querySelector('lastmod')?.text,
    ]),
  );
  const pages = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => `/${path.replace(/index\.html$/, '')}`);
  expect([...dates.keys()].sort()).toEqual(pages.sort());
  expect(dates.get('/2026/shuiwuju/he-dao-qing-yu/')).toBe('2026-02-02T20:05:06.000Z');
  expect(dates.get('/2026/yuanlinju/')).toBe('2026-03-01T00:00:00.000Z');
  expect(dates.get('/')).toBe('2026-03-01T00:00:00.000Z');
});

test('the Atom feed names each disclosure, newest first, with whole addresses', () => {
  const feed = parse(dist('atom.xml'));
  const entries = feed.querySelectorAll('entry');
  expect(
    entries.map((entry) => [entry.querySelector('id')?.text, entry.querySelector('updated')?.text]),
  ).toEqual([
    [`${SITE}/2026/yuanlinju/`, '2026-03-01T00:00:00.000Z'],
    [`${SITE}/2026/shuiwuju/`, '2026-02-02T20:05:06.000Z'],
  ]);
  expect(feed.querySelector('feed > updated')?.text).toBe('2026-03-01T00:00:00.000Z');
  expect(dist('atom.xml')).not.toContain('<script>');
});

test('downloads and the API hold whole addresses, and licences by their names', () => {
  expect(dist('projects.csv')).toContain(`${SITE}/2026/shuiwuju/he-dao-qing-yu/`);
  const entries = JSON.parse(dist('api/projects.json')) as { page: string }[];
  expect(entries.every(({ page }) => page.startsWith(`${SITE}/2026/`))).toBe(true);
  const { licenses } = JSON.parse(dist('datapackage.json')) as { licenses: { name: string }[] };
  expect(licenses.map(({ name }) => name).sort()).toEqual(['CC-BY-4.0', 'CC0-1.0']);
});

test('the Nu checker finds no error on these pages', () => {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const { stderr } = spawnSync(
    'java',
    ['-jar', jar, '--errors-only', '--skip-non-html', '--format', 'gnu', join(folder, 'dist')],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
});
