/** Results that are published, missing and late; what was changed of them; when they were changed last. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { verifySite } from '../../src/verify/verify-site.ts';
import { openFixture, type Fixture } from '../helpers/build-fixture.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { RESULTS_CONTENT } from '../helpers/results-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const SOURCE = 'disclosures/results/2025/water.md';
const PIPES = '2025/water/results/guan-wang-yang-hu';
const newFolder = tempFolders();
let site: Fixture;

beforeAll(() => {
  const identity: unknown = JSON.parse(RESULTS_CONTENT['site.json'] ?? '');
  site = openFixture(newFolder(), {
    ...RESULTS_CONTENT,
    'site.json': JSON.stringify({ ...Object(identity), resultsDue: '06-30' }),
  });
  commitContent(site.content, '2026-08-01T02:00:00Z');
  const text = RESULTS_CONTENT[SOURCE] ?? '';
  site.write({ [SOURCE]: text.replace('\t95.5%\t', '\t94.5%\t').replace('改在九月补巡', '改在十月补巡') });
  commitContent(site.content, '2026-09-01T02:00:00Z');
  const { status, stdout, stderr } = site.run('build');
  if (status !== 0 || stderr !== '') throw new Error(stdout + stderr);
});

const textOf = (path: string, selector: string) =>
  site.page(path).querySelector(selector)?.text.replaceAll(/\s+/g, ' ').trim() ?? '';

test('the page of a body counts its results, and lists the projects without one', () => {
  expect(textOf('2025/water', '#results p')).toBe(
    '2025年，4 个项目里，2 个公布了自评，2 个未公布自评。公布的期限是2026年6月30日，2 个晚于期限。公布的自评',
  );
  const links = site.page('2025/water').querySelectorAll('#results .missing a');
  expect(links.map((link) => [link.text.trim(), link.getAttribute('href')]).sort()).toEqual([
    ['堤防加固', '/2025/water/di-fang-jia-gu/'],
    ['水质监测', '/2025/water/shui-zhi-jian-ce/'],
  ]);
  // Nobody has published results of 2026: nothing is missing.
  expect(site.page('2026/water').querySelector('#results')).toBeNull();
});

test('the pages of a year count the same, and name each body', () => {
  const sentence = '4 个项目里，2 个公布了自评，2 个未公布自评。公布的期限是2026年6月30日，2 个晚于期限。';
  expect(textOf('2025', '#results')).toContain(`年初公开目标的 ${sentence}`);
  expect(textOf('2025/results', '.answer')).toContain(`年初公开目标的 ${sentence}`);
  const rows = site.page('2025/results').querySelectorAll('[data-answers] tbody tr');
  const cells = rows.map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));
  expect(cells).toEqual([['青溪县水务局', '4', '2', '2', '2']]);
});

test('the page of the quality has a row for the results of each year', () => {
  const rows = site.page('quality').querySelectorAll('[data-quality="results"] tbody tr');
  const cells = rows.map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));
  expect(cells).toEqual([
    ['2025年', '5', '2', '3', '1', expect.stringMatching(/^\d$/)],
    ['2024年', '1', '0', '1', '0', expect.stringMatching(/^\d$/)],
  ]);
});

test('what was changed of a result is on its page, on that of its body and in the feeds', () => {
  const rows = site.page(PIPES).querySelectorAll('#revisions tbody tr');
  const said = rows.map((row) => row.querySelectorAll('td').map((cell) => cell.text.trim()));
  expect(said).toEqual([
    ['八月汛期停工，改在九月补巡。', '八月汛期停工，改在十月补巡。'],
    ['95.5%', '94.5%'],
  ]);
  const links = site.page(PIPES).querySelectorAll('#revisions th > a');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `/${PIPES}/#xun-cha-he-dao`,
    `/${PIPES}/#shui-zhi-da-biao-lv`,
  ]);
  expect(textOf('2025/water', '#revisions')).toContain('94.5%');
  expect(textOf('changes/2026-09-01', 'main')).toContain('青溪县水务局');
  for (const feed of ['atom.xml', '2025/water/atom.xml'])
    expect(site.read(feed)).toContain('改前：95.5%。改后：94.5%。');
});

test('pages of results are dated by their file', () => {
  const sitemap = site.read('sitemap-0.xml');
  const dateOf = (path: string) =>
    new RegExp(`<loc>[^<]*\\.cn/${path}/</loc><lastmod>([^<]*)`).exec(sitemap)?.[1];
  const [changed, first] = ['2026-09-01T02:00:00.000Z', '2026-08-01T02:00:00.000Z'];
  expect([PIPES, '2025/water/results', '2025/results', '2025/water'].map(dateOf)).toEqual(
    Array(4).fill(changed),
  );
  expect(['2025/water/he-dao-bao-jie', '2024/results', '2026/roads'].map(dateOf)).toEqual(
    Array(3).fill(first),
  );
  expect(site.read(`${PIPES}/index.html`)).toContain(`"dateModified":"${changed}"`);
});

test.each([
  ['a count of the body', '2025/water/index.html', '2 个公布了自评', '3 个公布了自评'],
  ['how many are late', '2025/water/index.html', '2 个晚于期限', '1 个晚于期限'],
  ['the day that is due', '2025/index.html', '期限是2026年6月30日', '期限是2026年7月30日'],
  ['a missing project', '2025/water/index.html', '<ul class="downloads missing"><li>', '<ul><li>'],
  [
    'a count of a body of the year',
    '2025/results/index.html',
    '<td class="num" data-label="未公布">2',
    '<td class="num" data-label="未公布">3',
  ],
  [
    'a count of the quality',
    'quality/index.html',
    'data-measure="differing">1',
    'data-measure="differing">2',
  ],
  ['a changed value', 'changes/2026-09-01/index.html', '>94.5%<', '>94.6%<'],
  [
    'a changed value on the page of the result',
    `${PIPES}/index.html`,
    '<span class="written">95.5%',
    '<span class="written">95.6%',
  ],
  ['a date', 'sitemap-0.xml', `/${PIPES}/</loc><lastmod>2026-09`, `/${PIPES}/</loc><lastmod>2026-08`],
])('the verifier names a wrong page: %s', (_what, file, from, to) => {
  const path = join(site.dist, file);
  const text = readFileSync(path, 'utf8');
  const pattern = new RegExp(from.split(/\s+/).map(RegExp.escape).join('\\s+'));
  expect(text).toMatch(pattern);
  try {
    writeFileSync(path, text.replace(pattern, to));
    expect(verifySite(site.content, site.dist).losses).not.toEqual([]);
  } finally {
    writeFileSync(path, text);
  }
});
