import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toCollections } from '../../../src/collection/to-collections.ts';
import { openContent } from '../../../src/content/open-content.ts';
import { writeResult } from '../../helpers/write-result.ts';

const good = readFileSync('tests/unit/record/fixtures/a-plain-table/source.md', 'utf8');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-collections-'));
  mkdirSync(join(folder, 'disclosures/2026'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a source file is an entry of disclosures, and each of its projects one of projects', async () => {
  writeFileSync(join(folder, 'disclosures/2026/a.md'), good);
  const collections = toCollections(await openContent({ root: '.', folder }));
  const project = collections.get('projects')?.get('2026/a/he-dao-qing-yu');
  expect(project).toMatchObject({ id: '2026/a/he-dao-qing-yu', data: { name: '河道清淤' } });
  const disclosure = collections.get('disclosures')?.get('2026/a');
  expect(disclosure).toMatchObject({
    id: '2026/a',
    data: { path: 'disclosures/2026/a.md', projectIds: [project?.id], bytes: Buffer.byteLength(good) },
  });
});

test('a source without projects has no entry', async () => {
  writeFileSync(join(folder, 'disclosures/2026/a.md'), '没有表格\n');
  const collections = toCollections(await openContent({ root: '.', folder }));
  expect(Array.from(collections, ([name, entries]) => [name, entries.size])).toEqual([
    ['projects', 0],
    ['disclosures', 0],
    ['results', 0],
    ['resultFiles', 0],
  ]);
});

test('results have entries of their own, and a file one for each year that it has results of', async () => {
  const of = { unit: '青溪县水务局', department: '青溪县水务局' };
  const text = [
    writeResult({ ...of, year: 2025, name: '河道保洁' }),
    writeResult({ ...of, year: 2024, name: '水质监测13912345678' }),
  ].join('');
  mkdirSync(join(folder, 'disclosures/2025'), { recursive: true });
  writeFileSync(join(folder, 'disclosures/2025/water.md'), text);
  const collections = toCollections(await openContent({ root: '.', folder }));
  const results = collections.get('results');
  expect([...(results?.keys() ?? [])]).toEqual([
    '2025/water/results/he-dao-bao-jie',
    expect.stringMatching(/^2024\/water\/results\/shui-zhi-jian-ce-139/),
  ]);
  expect([...(results?.values() ?? [])].map(({ data }) => 'name' in data && data.name)).toEqual([
    '河道保洁',
    '水质监测139********',
  ]);
  const files = [...(collections.get('resultFiles')?.values() ?? [])];
  expect(
    files.map(({ id, data }) => [
      id,
      'resultIds' in data && [data.year, data.publisher, data.resultIds.length],
    ]),
  ).toEqual([
    ['2025/water/results', [2025, '青溪县水务局', 1]],
    ['2024/water/results', [2024, '青溪县水务局', 1]],
  ]);
});
