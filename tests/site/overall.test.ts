/** A site with targets of whole offices: its pages and files are compared with their sources before they are published. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { verifySite } from '../../src/verify/verify-site.ts';
import { buildFixtureOnce, type Fixture } from '../helpers/build-fixture.ts';
import { OVERALL_CONTENT } from '../helpers/overall-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const newFolder = tempFolders();
let site: Fixture;

beforeAll(() => {
  site = buildFixtureOnce(newFolder(), OVERALL_CONTENT);
});

/** The losses of the site with a file changed. It is as before afterwards. */
function lossesWith(file: string, change: (text: string) => string): string[] {
  const path = join(site.dist, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  try {
    writeFileSync(path, changed);
    return [
      ...verifyConservation(site.content, site.dist).losses,
      ...verifySite(site.content, site.dist).losses,
    ];
  } finally {
    writeFileSync(path, text);
  }
}

test('nothing is lost', () => {
  expect(verifyConservation(site.content, site.dist).losses).toEqual([]);
  expect(verifySite(site.content, site.dist).losses).toEqual([]);
});

test('the targets of a whole office come before its projects, at their address', () => {
  const page = site.read('2026/office-2/index.html');
  expect(page.indexOf('id="overall"')).toBeGreaterThan(0);
  expect(page.indexOf('id="overall"')).toBeLessThan(page.indexOf('id="project-list"'));
  expect(page).toContain('href="#overall"');
  expect(site.read('2026/roads/index.html')).not.toContain('overall');
});

test('two tables of one file have an address each', () => {
  const page = site.read('2026/office-1/index.html');
  expect(page).toContain('id="overall"');
  expect(page).toContain('id="overall-2"');
});

test('the JSON of a body, a year and the site holds them', () => {
  const idsIn = (file: string) =>
    (JSON.parse(site.read(file)) as { overall?: { id: string }[] }).overall?.map(({ id }) => id);
  const all = [1, 1, 2, 3, 4].map((n, index) => `2026/office-${n}#overall${index === 1 ? '-2' : ''}`);
  expect(idsIn('2026/office-1/disclosure.json')).toEqual(all.slice(0, 2));
  expect(idsIn('2026/disclosure.json')?.sort()).toEqual(all);
  expect(idsIn('disclosure.json')?.sort()).toEqual(all);
  expect(idsIn('2026/roads/disclosure.json')).toBeUndefined();
});

test('numbers of persons are masked', () => {
  for (const file of ['2026/office-4/index.html', '2026/office-4/disclosure.json', 'disclosure.json']) {
    expect(site.read(file)).not.toContain('13900000001');
    expect(site.read(file)).toContain('139********');
  }
});

describe('a loss is named', () => {
  const PAGE = '2026/office-2/index.html';
  const DATA = '2026/office-2/disclosure.json';
  test.each([
    ['a task on the page', PAGE, '>供水保障<', '>供水<'],
    ['what a task is on the page', PAGE, '更换管网五公里。', '更换管网六公里。'],
    ['an amount on the page', PAGE, '120.00', '120.01'],
    ['the sum of the tasks on the page', PAGE, '200.50', '200.51'],
    ['a goal on the page', PAGE, '目标2：供水不断。', '目标2：供水。'],
    ['an indicator on the page', PAGE, '巡河次数', '巡查次数'],
    ['a target on the page', PAGE, '约3万人', '约4万人'],
    ['the address of the section', PAGE, 'id="overall"', 'id="whole"'],
    ['the section', PAGE, 'data-overall', 'data-whole'],
    ['a task in JSON', DATA, '"供水保障"', '"供水"'],
    ['yuan in JSON', DATA, '"1200000.00"', '"120000.00"'],
    ['the record in JSON', DATA, '"overall": [', '"others": ['],
    ['the year in JSON', '2026/disclosure.json', '"供水保障"', '"供水"'],
  ])('%s', (_, file, from, to) => {
    expect(lossesWith(file, (text) => text.replace(from, to))).not.toEqual([]);
  });
});
