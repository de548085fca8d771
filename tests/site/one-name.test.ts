/** Projects of one body, year and name: every list says behind the name what tells them apart, and the build finds every cell again. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { buildFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const newFolder = tempFolders();
let site: Fixture;

beforeAll(() => {
  const text = fixtureSource('a-plain-table');
  const twins = text.replace('青溪县河道管理所', '青溪县水政大队').replace('30,000.00', '30,500.00');
  const alone = text.replace('河道清淤', '堤岸修补').replace('30,000.00', '20,000.00');
  site = buildFixture(newFolder(), { 'disclosures/2026/qingxi.md': [text, twins, alone].join('\n') });
});

const words = (text: string | undefined) => text?.replaceAll(/[\s\u00a0]+/g, ' ').trim();
const LISTED = [
  ['河道清淤', '青溪县水政大队'],
  ['河道清淤', '青溪县河道管理所'],
  ['堤岸修补', undefined],
];

test('lists of a body and of a year say the spending unit behind the name', () => {
  const namesOf = (path: string) =>
    site
      .page(path)
      .querySelectorAll('#project-list tbody th')
      .map((cell) => [words(cell.querySelector('a')?.text), words(cell.querySelector('.promise')?.text)]);
  expect(namesOf('2026/qingxi')).toEqual(expect.arrayContaining(LISTED));
  expect(namesOf('2026')).toContainEqual(['河道清淤', '青溪县水政大队']);
});

test('the body says which is the largest', () => {
  expect(words(site.page('2026/qingxi').querySelector('.answer')?.text)).toMatch(
    /^最大的一项是“河道清淤”（青溪县水政大队），/,
  );
});

test('so do the lists of indicators, and the links between projects', () => {
  const indicators = words(site.page('indicators').text);
  expect(indicators).toContain('河道清淤（青溪县水政大队）');
  expect(indicators).not.toContain('堤岸修补（');
  expect(words(site.page('indicators/shu-liang-zhi-biao').text)).toContain('河道清淤（青溪县河道管理所）');
});

test('the page of a project says it above its name, which stays as published', () => {
  const page = site.page('2026/qingxi/he-dao-qing-yu-qing-xi-xian-shui-zheng-da-dui');
  expect(page.querySelector('h1')?.text).toBe('河道清淤');
  expect(page.querySelector('.year')?.text).toBe('2026年项目，青溪县水政大队');
  expect(page.querySelector('title')?.text).toContain('河道清淤（青溪县水政大队） 30,500.00 元');
  expect(words(page.querySelector('.turn')?.text)).toContain('河道清淤（青溪县河道管理所）');
});

test('search knows it, for projects of one name alone', () => {
  const folder = join(site.dist, 'pagefind', 'records');
  const records = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SearchRecord[],
  );
  expect(records.map(({ name, apart }) => [name, apart])).toEqual(expect.arrayContaining(LISTED));
  expect(records.filter((record) => 'apart' in record)).toHaveLength(2);
});

test('downloads hold the spending unit and the budget next to the name', () => {
  const [header = '', ...rows] = site.read('2026/qingxi/projects.csv').split('\r\n');
  expect(header).toContain('spending_unit');
  expect(rows.filter((row) => row.includes('河道清淤,'))).toEqual([
    expect.stringContaining('青溪县河道管理所'),
    expect.stringContaining('青溪县水政大队'),
  ]);
});
