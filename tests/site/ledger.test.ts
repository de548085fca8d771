/** A ledger's targets are bare figures: how each reads stands beside its cell, on every page and in what search shows. */
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
  // The build finds every cell again as it was written: a reading beside it takes nothing from it.
  site = buildFixture(newFolder(), {
    'disclosures/2026/yunling-chengguan.md': fixtureSource('ledger-of-two-projects'),
  });
});

const PROJECT = '2026/yunling-chengguan/dao-lu-zhao-ming-wei-hu';
const pageOf = (path: string) => site.page(path);
const words = (text: string | undefined) => text?.replaceAll(/[\s\u00a0]+/g, ' ').trim();
const targetsOf = (path: string, selector: string) =>
  pageOf(path)
    .querySelectorAll(selector)
    .map((cell) => [
      words(cell.querySelector('a, .target')?.text),
      words(cell.querySelector('.reading')?.text),
    ]);

test('the project page shows the cell, and beside it how it reads', () => {
  expect(targetsOf(PROJECT, '#indicators td.now')).toEqual([
    ['1200', '即 ≥1200盏'],
    ['98', '即 ≥98%'],
    ['明显改善', undefined],
    ['90', '即 ≥90%'],
  ]);
  const page = pageOf(PROJECT);
  expect(words(page.querySelector('.answer')?.text)).toContain('亮灯率 98 即 ≥98%');
  expect(words(page.querySelector('#indicators')?.text)).toContain('原文是前面那一格');
  expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toContain('98（即 ≥98%）');
});

test('so do the lists of indicators', () => {
  const [row] = pageOf('indicators/zhi-liang-zhi-biao').querySelectorAll('.compare tr[id]');
  expect([words(row?.querySelector('.text')?.text), words(row?.querySelector('.reading')?.text)]).toEqual([
    '98',
    '即 ≥98%',
  ]);
  // It is compared by what it reads as.
  expect(row?.getAttribute('data-writing')).toBe('不低于');
  expect(row?.getAttribute('data-unit')).toBe('百分数');
  expect(targetsOf('indicators', 'td.now')).toContainEqual(['12.5', '即 =12.5万平方米']);
  expect(targetsOf('indicators', 'td.now')).toContainEqual(['95%', '即 ≥95%']);
});

test('search knows both, and finds by the cell alone', () => {
  const folder = join(site.dist, 'pagefind', 'records');
  const records = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SearchRecord[],
  );
  const found = records.flatMap(({ indicators }) => indicators).find(({ name }) => name === '亮灯率');
  expect(found).toMatchObject({ annual: '98', annualReading: '≥98%', period: '' });
});
