import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { compareAllResults } from '../../../src/desk/compare-results.ts';
import { writeResult } from '../../helpers/write-result.ts';

const OF = { year: 2025, unit: '青溪县水务局', department: '青溪县水务局' };
const table = writeResult({ ...OF, name: '河道保洁', code: 'X-1' });
const other = writeResult({ ...OF, name: '管网养护' });
const read = (text: string) =>
  readDisclosure(new VFile({ path: 'disclosures/results/2025/water.md', value: text })).results;
const cellsOf = (text: string) =>
  compareAllResults(read(table), read(text)).changed.flatMap(({ differences }) =>
    differences.map(({ field, indicators, before, after }) => [
      [...indicators, field].join('，'),
      before,
      after,
    ]),
  );

test('the same results do not differ, wherever their rows are', () => {
  expect(compareAllResults(read(table), read(`\n\n${table}`))).toEqual({ changed: [], added: [], gone: [] });
});

test.each([
  ['93.5%', '94%', '水质达标率，实际完成值'],
  ['汛期上游来水混浊。', '汛期来水混浊。', '水质达标率，偏差原因'],
  ['X-1', 'X-2', '项目编码'],
  ['97.8', '98.8', '总分'],
])('%s instead of %s is a cell that differs', (before, after, cell) => {
  expect(table).toContain(before);
  expect(cellsOf(table.replace(before, after))).toEqual([[cell, before, after]]);
});

test('a result that comes or goes is named, and does not hide that another changed', () => {
  const { added, gone, changed } = compareAllResults(
    read(table + other),
    read(other.replace('15次', '16次')),
  );
  expect([added, gone.map(({ name }) => name)]).toEqual([[], ['河道保洁']]);
  expect(changed.map(({ name, differences }) => [name, differences.length])).toEqual([['管网养护', 1]]);
  expect(compareAllResults(read(table), read(table + other)).added.map(({ name }) => name)).toEqual([
    '管网养护',
  ]);
});

test('cells of one name are compared in their order', () => {
  const twice = table.replace('居民满意度', '巡查河道');
  const { changed } = compareAllResults(read(twice), read(twice.replace('92%', '93%')));
  expect(changed.flatMap(({ differences }) => differences)).toMatchObject([
    { field: '实际完成值', indicators: ['巡查河道'], before: '92%', after: '93%' },
  ]);
});
