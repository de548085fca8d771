/** Two bodies in two years: what changed, departments, and how indicators are written. Sums are those of the downloads. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/verify/verify-site.ts';
import { buildFixtureOnce, openFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';

const newFolder = tempFolders();
let site: Fixture;

beforeAll(() => {
  site = buildFixtureOnce(newFolder(), twoYears);
});

const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const rowsOf = (path: string, selector: string) =>
  site
    .page(path)
    .querySelectorAll(`${selector} tr`)
    .map((row) => row.querySelectorAll('th, td').map((cell) => words(cell.text)))
    .slice(1);
/** The sum of a download. */
const csvSum = (path: string, isIncluded: (row: Record<string, string>) => boolean = () => true) =>
  parseCsv<Record<string, string>>(site.read(path), { columns: true, bom: true })
    .filter(isIncluded)
    .reduce((sum, { budget_yuan: yuan }) => sum.plus(yuan || 0), new Decimal(0))
    .toNumber()
    .toLocaleString('en-US', { minimumFractionDigits: 2 });

test('from one total to the other, to the fen; both columns add up and are those of the downloads', () => {
  const rows = rowsOf('2026/water/changes', '.ledger');
  expect(rows).toEqual([
    ['2025年合计', '4 个', '170,000.50'],
    ['没有再列', '−1 个', '−20,000.00'],
    ['新列', '+2 个', '+10,000.10'],
    ['两年都有，金额增加', '1 个', '+20,000.00'],
    ['两年都有，金额减少', '1 个', '−5,000.25'],
    ['两年都有，有一年表上没有金额', '1 个', '+3,000.00'],
    ['2026年合计', '5 个', '178,000.35'],
  ]);
  expect([rows[0]?.[2], rows.at(-1)?.[2]]).toEqual(
    [2025, 2026].map((year) => csvSum(`${year}/water/projects.csv`)),
  );
  const year = rowsOf('2026/changes', '.ledger');
  expect([year[0]?.[2], year.at(-1)?.[2]]).toEqual(
    [2025, 2026].map((each) => csvSum(`${each}/projects.csv`)),
  );
  expect(site.page('2026/water/changes').querySelector('#ledger')?.text).toContain(
    '表上没有金额的项目不在合计里：2025年 1 个，2026年 1 个。',
  );
  for (const path of ['2026', '']) expect(rowsOf(path, '.ledger')).toEqual(year);
  expect(rowsOf('2026/water', '.ledger')).toEqual(rows);
});

test('each line leads to its projects, and their sums are its own', () => {
  expect(rowsOf('2026/water/changes', '#ended')).toEqual([
    ['闸坝维修', '20,000.00'],
    ['合计，1 个', '20,000.00'],
  ]);
  expect(rowsOf('2026/changes/added', '#projects')).toEqual([
    ['防汛物资青溪县水务局', '10,000.10'],
    ['节水调研青溪县水务局', '表上没有金额'],
    ['合计，2 个不含 1 个表上没有金额的项目', '10,000.10'],
  ]);
  const lists = site
    .page('2026/changes')
    .querySelectorAll('.ledger a')
    .map((link) => link.getAttribute('href'));
  expect([...new Set(lists)]).toEqual(['ended', 'added', 'stay'].map((list) => `/2026/changes/${list}/`));
});

test('a renamed project is known by its code or a recorded move, and keeps its history', () => {
  expect(rowsOf('2026/changes/renamed', '.renames')).toEqual([
    ['河道保洁', '河道日常清洁', '项目代码相同'],
    ['操场翻新', '运动场修缮', '网址登记簿里的改名'],
  ]);
  const years = site.page('2026/water/he-dao-ri-chang-qing-jie').querySelector('#years');
  expect(years?.querySelector('.hints a')?.getAttribute('href')).toBe('/2025/water/he-dao-bao-jie/');
  expect(words(years?.text ?? '')).toContain('2025年，名称是“河道保洁”');
  expect(site.page('2025/water/he-dao-bao-jie').querySelector('#years .hints a')?.getAttribute('href')).toBe(
    '/2026/water/he-dao-ri-chang-qing-jie/',
  );
});

test('what became of the targets is counted, each count with its rows', () => {
  const promises = site.page('2026/water/changes').querySelector('#promises');
  expect(words(promises?.querySelector('p')?.text ?? '')).toBe('两年都有的 3 个项目里，11 项指标两年都有。');
  const counts = promises?.querySelectorAll('.outcome').map((line) => words(line.text));
  expect(counts).toEqual([
    '没有变 8 项',
    '数提高 1 项',
    '数没变，写法变了 1 项',
    '文字改了 1 项',
    '新列 1 项',
    '没有再列 1 项',
  ]);
  const rows = (kind: string) => rowsOf('2026/water/changes', `[data-promises="${kind}"]`);
  expect(rows('raised')).toEqual([['巡查河道 管网养护', '≥10次', '≥12次']]);
  expect(rows('added')).toEqual([['居民满意度 管网养护', '没有这一项', '≥90%']]);
  expect(rows('ended')).toEqual([['居民意见 管网养护', '≤3条', '没有这一项']]);
  const links = promises?.querySelectorAll('th a').map((link) => link.getAttribute('href') ?? '') ?? [];
  for (const link of links) {
    const [path = '', anchor = ''] = link.split('#');
    expect(site.page(path.slice(1, -1)).querySelector(`[id="${anchor}"]`), link).not.toBeNull();
  }
});

test('the first year has no section and no page of changes', () => {
  expect(site.page('2025').querySelector('#changes')).toBeNull();
  expect(site.page('2025/water').querySelector('#changes')).toBeNull();
  expect(() => site.page('2025/changes')).toThrow();
});

test('departments have their bodies and projects, with the sums of the downloads', () => {
  const rows = rowsOf('2026', '#departments');
  expect(rows.map(([name, , count, sum]) => [name, count, sum])).toEqual([
    ['青溪县水务局', '5 个', csvSum('2026/projects.csv', ({ department }) => department === '青溪县水务局')],
    ['青溪县教育局1 个单位：青溪县第一中学', '1 个', '80,000.00'],
    ['合计', '6 个', csvSum('2026/projects.csv')],
  ]);
  const page = site.page('2026/departments/qing-xi-xian-jiao-yu-ju');
  expect(page.querySelector('.total')?.getAttribute('value')).toBe('80000.00');
  expect(rowsOf('2026/departments/qing-xi-xian-jiao-yu-ju', '#bodies')).toEqual([
    ['青溪县第一中学', '1 个', '80,000.00'],
  ]);
  expect(page.querySelectorAll('#project-list [data-item]')).toHaveLength(1);
});

test('each count of how indicators are written is the number of its rows', () => {
  const page = site.page('2026/water/quality');
  const counted = page.querySelectorAll('#counts [data-measure]').map((row) => {
    const measure = row.getAttribute('data-measure') ?? '';
    return [measure, Number(/^\d+/.exec(row.querySelector('.n')?.text.trim() ?? '')?.[0])] as const;
  });
  for (const [measure, count] of counted) {
    const rows = page.querySelectorAll(`#rows .item.${measure}, #by-project [data-project].${measure}`);
    expect([measure, rows.length]).toEqual([measure, count]);
    if (count > 0)
      expect(page.querySelector(`li#${measure} a`)?.text).toMatch(new RegExp(`\\D${count}\\s*$`));
  }
  expect(Object.fromEntries(counted)).toEqual({
    ...{ quantified: 13, direction: 8, unit: 13, figures: 0, words: 5, blank: 0, repeated: 16 },
    ...{ output: 5, benefit: 4, satisfaction: 4, cost: 0 },
  });
  expect(page.querySelectorAll('#rows .item')).toHaveLength(18);
});

test('the counts of a year are those of its bodies', () => {
  const rows = rowsOf('2026/quality', '#bodies').map((cells) =>
    cells.slice(0, 3).map((cell) => cell.split(' ')[0]),
  );
  expect(rows).toEqual([
    ['一级、二级、三级指标，年度、周期两列指标值', '22', '16'],
    ['青溪县第一中学', '4', '3'],
    ['青溪县水务局', '18', '13'],
    ['全部', '22', '16'],
  ]);
  const page = site.page('2026/quality/repeated');
  expect(page.querySelector('h1')?.text).toContain('20 项');
  expect(page.querySelectorAll('.item')).toHaveLength(20);
});

test('a new name in a new year is recorded by the address that the old name would have', () => {
  const other = openFixture(newFolder(), twoYears);
  other.write({ 'permalinks.json': JSON.stringify({ urls: [], names: {}, moved: {} }) });
  expect(other.run('permalinks')).toMatchObject({ status: 0, stderr: '' });
  const to = '/2026/school/yun-dong-chang-xiu-shan/';
  expect(other.run('permalinks', '--moved', '/2026/school/mei-you/', to).stderr).toContain('没有登记过');
  const from = '/2026/school/cao-chang-fan-xin/';
  expect(other.run('permalinks', '--moved', from, to)).toMatchObject({ status: 0, stderr: '' });
  const { moved } = JSON.parse(readFileSync(join(other.content, 'permalinks.json'), 'utf8')) as {
    moved: unknown;
  };
  expect(moved).toEqual({ [from]: to });
});

describe('the conservation check finds', () => {
  test('nothing where all is right', () => {
    expect(verifySite(site.content, site.dist).losses).toEqual([]);
  });

  test.each<[string, string, RegExp, string]>([
    ['another sum of a line', '2026/water/changes', /\+10,000\.10/, '+10,000.11'],
    ['another count of a line', '2026/water/changes', /−1 个/, '−2 个'],
    ['another total', '2026/changes', />170,000\.50</, '>170,000.51<'],
    ['a lost line', '2026/changes', /<tr data-line="lowered">[^]*?<\/tr>/, ''],
    [
      'a lost project that is no longer listed',
      '2026/water/changes',
      /(data-changes="ended"[^]*?<tbody>\s*)<tr>[^]*?<\/tr>/,
      '$1',
    ],
    ['another sum before', '2026/water/changes', /(data-changes="stay"[^]*?)50,000\.50/, '$150,000.00'],
    ['another difference', '2026/water/changes', /(data-changes="stay"[^]*?)−5,000\.25/, '$1−5,000.00'],
    ['another count of targets', '2026/water/changes', /(data-promises="same" data-count=")8/, '$17'],
    ['another count that is shown', '2026/water/changes', /(data-promises="raised"[^]*?)1 项/, '$12 项'],
    ['a lost target', '2026/water/changes', /(data-promises="reworded"[^]*?<tbody>)[^]*?(<\/tbody>)/, '$1$2'],
    ['another target', '2026/water/changes', /≥10次/, '≥11次'],
    ['a target that is not raised', '2026/water/changes', /(≥10次[^]*?<td[^]*?)≥12次/, '$1≥9次'],
    ['another sum of a body before', '2026/changes', /(id="bodies"[^]*?)170,000\.50/, '$1170,000.51'],
    ['another difference of a body', '2026/changes', /(id="bodies"[^]*?class="num delta">)\+/, '$1−'],
    ['a renamed project that is lost', '2026/changes/renamed', /(<tbody>\s*)<tr>[^]*?<\/tr>/, '$1'],
    ['lines of a year that are not those of its changes', '2026', /\+10,000\.10/, '+10,000.11'],
    ['lines on the home page', '', /\+10,000\.10/, '+10,000.11'],
    ['another sum of a department', '2026', /(id="departments"[^]*?)80,000\.00/, '$180,000.01'],
    ['another name of a department', '2026', /(departments\/[^>]*>)青溪县水务局/, '$1水务局'],
    [
      'a lost project of a department',
      '2026/departments/qing-xi-xian-jiao-yu-ju',
      /<tr data-item[^]*?<\/tr>/,
      '',
    ],
    [
      'another count of a measure',
      '2026/water/quality',
      /(<tr data-measure="words">[^]*?>)5(<\/a>)/,
      '$16$2',
    ],
    ['a row with other measures', '2026/water/quality', /class="item quantified/, 'class="item words'],
    ['a lost row', '2026/water/quality', /<tr class="item[^]*?<\/tr>/, ''],
    ['another kind of a project', '2026/water/quality', /<tr class="output benefit/, '<tr class="output'],
    ['another count of a body', '2026/quality', /(data-measure="quantified">\s*<a[^>]*>)\d+/, '$199'],
    ['another count of a year', '2026/quality', /(<tfoot>[^]*?data-measure="unit">\s*)\d+/, '$11'],
    ['a lost repeated row', '2026/quality/repeated', /<tr class="item[^]*?<\/tr>/, ''],
  ])('%s', (_what, path, from, to) => {
    const file = join(site.dist, path, 'index.html');
    const before = readFileSync(file, 'utf8');
    const changed = before.replace(from, to);
    expect(changed).not.toBe(before);
    writeFileSync(file, changed);
    try {
      expect(verifySite(site.content, site.dist).losses).not.toEqual([]);
    } finally {
      writeFileSync(file, before);
    }
  });
});
