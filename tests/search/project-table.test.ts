import { expect, test } from 'vitest';
import { assignBundles, byBudget } from '../../src/search/assign-bundles.ts';
import { createProjectTable } from '../../src/search/project-table.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { Rank, type Match } from '../../src/search/sections.ts';
import { PROJECTS_IN_BUNDLE } from '../../src/search/search-table.ts';
import { toNameList, toSearchTable } from '../../src/search/to-search-table.ts';
import { aRecord } from './a-record.ts';

const records = [
  aRecord({ name: '甲', yuan: '10000000.00', body: 'one' }),
  aRecord({ name: '乙', yuan: '9999.99', body: 'one' }),
  { ...aRecord({ name: '丙', yuan: '250000.00', body: 'two' }), type: '综合类', publisher: '青溪县林业局' },
  { ...aRecord({ name: '丁app', yuan: '10000.00', body: 'three' }), year: 2025 },
];
// Two bundles, as a larger site has them.
const bundles = [
  [records[0], records[1]],
  [records[2], records[3]],
] as SearchRecord[][];
const table = createProjectTable(
  toSearchTable(
    bundles,
    [
      [1, 1],
      [1, 1],
    ],
    'v',
  ),
);
const found = (ranks: Record<number, Rank>) =>
  new Map(
    Object.entries(ranks).map(([number, rank]): [number, Match] => [Number(number), { rank, places: 1 }]),
  );

test('numbers are found by id, and taken apart', () => {
  expect(['0.0', '0.1', '1.0', '1.1'].map((id) => table.numberOf(id))).toEqual([0, 1, 2, 3]);
  expect([0, 1, 2, 3].map((number) => table.locate(number))).toEqual([
    { bundle: 0, own: 0 },
    { bundle: 0, own: 1 },
    { bundle: 1, own: 0 },
    { bundle: 1, own: 1 },
  ]);
});

test('sorts by rank and budget across bundles', () => {
  const all = found({ 3: Rank.name, 2: Rank.name, 1: Rank.exact, 0: Rank.rest });
  expect(table.select(all, {}, 'relevance', undefined).numbers).toEqual([1, 2, 3, 0]);
  expect(table.select(all, {}, 'budget', undefined).numbers).toEqual([0, 2, 3, 1]);
  expect(table.select(all, {}, 'budget-up', undefined).numbers).toEqual([1, 3, 2, 0]);
  expect(table.select(all, {}, 'name', (a, b) => b - a).numbers).toEqual([3, 2, 1, 0]);
});

test('each choice is counted with the other filters as they are', () => {
  const all = found({ 0: 0, 1: 0, 2: 0, 3: 0 });
  const { numbers, choices } = table.select(all, { year: '2026' }, 'budget', undefined);
  expect(numbers).toEqual([0, 2, 1]);
  expect(choices.year).toEqual([
    { value: '2026', count: 3 },
    { value: '2025', count: 1 },
  ]);
  expect(choices.budget).toEqual([
    { value: '1000万元以上', count: 1 },
    { value: '10万至100万元', count: 1 },
    { value: '不到1万元', count: 1 },
  ]);
  expect(choices.type).toEqual([
    { value: '未写', count: 2 },
    { value: '综合类', count: 1 },
  ]);
  expect(choices.body.map(({ count }) => count)).toEqual([2, 1]);
});

test('a word is pinyin where its letters stand in no cell', () => {
  expect(['dangjian', 'pp', 'app', '95%', '党a', 'zz'].map((word) => table.isPinyin(word))).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test('a disclosure goes to one bundle, largest budget first, whatever else there is', () => {
  const many = Array.from({ length: PROJECTS_IN_BUNDLE + 500 }, (_, index) =>
    aRecord({ name: `${index}`, yuan: `${index}.00`, body: `office-${index % 500}` }),
  );
  const split = assignBundles(many);
  expect(split.map(({ length }) => length)).toHaveLength(2);
  for (const bundle of split) expect([...bundle].sort(byBudget)).toEqual(bundle);
  const fewer = assignBundles(many.filter(({ url }) => !url.includes('/office-7/')));
  expect(fewer.filter((bundle, index) => bundle.length === split[index]?.length)).toHaveLength(1);
});

test('an indicator that many projects share is listed once', () => {
  const list = toNameList([
    aRecord({ name: '甲', indicators: [['费用', '', '成本指标'], ['长度']] }),
    aRecord({
      name: '乙',
      indicators: [
        ['费用', '', '成本指标'],
        ['费用', '', '成本指标'],
      ],
    }),
  ]);
  expect(list.names).toEqual(['甲', '乙']);
  expect(list.indicators).toEqual([
    ['费用', 4],
    ['长度', 1],
  ]);
  expect(list.indicatorsOf).toEqual([[0, 1], [0]]);
});
