import { expect, test } from 'vitest';
import { toProjectTable } from '../../../../src/search/engine/filter-projects.ts';
import { must } from '../../../../src/record/must.ts';
import { numberRecords } from '../../../../src/search/index/number-records.ts';
import { Rank, SEARCH_FACETS, type Match } from '../../../../src/search/sections.ts';
import { toNameList, toSearchTable } from '../../../../src/search/index/to-search-table.ts';
import { aRecord } from '../a-record.ts';

const records = numberRecords([
  aRecord({ name: '甲', yuan: '10000000.00', body: 'one' }),
  aRecord({ name: '乙', yuan: '9999.99', body: 'one' }),
  { ...aRecord({ name: '丙', yuan: '250000.00', body: 'two' }), type: '综合类', publisher: '青溪县林业局' },
  { ...aRecord({ name: '丁app', yuan: '10000.00', body: 'three' }), year: 2025 },
]);
const index = { digest: 'd', pagefind: '1', bundleSize: 2, bounds: [''] };
const table = toProjectTable({ version: 'v', ...toSearchTable(records, [1, 1, 1, 1], { index, guide: [] }) });
const found = (ranks: Record<number, Rank>) =>
  new Map(
    Object.entries(ranks).map(([number, rank]): [number, Match] => [Number(number), { rank, facets: 1 }]),
  );

test('projects are numbered by budget', () => {
  expect(records.map(({ name }) => name)).toEqual(['甲', '丙', '丁app', '乙']);
});

test('sorts by rank and budget', () => {
  const all = found({ 2: Rank.name, 1: Rank.name, 3: Rank.exact, 0: Rank.rest });
  expect(table.select(all, { filters: {}, sort: 'relevance' }).numbers).toEqual([3, 1, 2, 0]);
  expect(table.select(all, { filters: {}, sort: 'budget' }).numbers).toEqual([0, 1, 2, 3]);
  expect(table.select(all, { filters: {}, sort: 'budget-up' }).numbers).toEqual([3, 2, 1, 0]);
  expect(table.select(all, { filters: {}, sort: 'name' }, (a, b) => b - a).numbers).toEqual([3, 2, 1, 0]);
});

test('a project whose form has no types is of none, also not of the unwritten ones', () => {
  const [first, ...others] = records;
  const own = [{ ...must(first), asksType: false as const }, ...others];
  const { select } = toProjectTable({
    version: 'v',
    ...toSearchTable(own, [1, 1, 1, 1], { index, guide: [] }),
  });
  const all = found({ 0: 0, 1: 0, 2: 0, 3: 0 });
  const { choices } = select(all, { filters: {}, sort: 'budget' });
  expect(choices.type).toEqual([
    { value: '未写', count: 2 },
    { value: '综合类', count: 1 },
  ]);
  expect(select(all, { filters: { type: '未写' }, sort: 'budget' }).numbers).toEqual([2, 3]);
});

test('a project without a budget is last by budget, in either order, and in no range', () => {
  const own = numberRecords([...records, { ...aRecord({ name: '戊' }), yuan: null }]);
  expect(own.map(({ name }) => name)).toEqual(['甲', '丙', '丁app', '乙', '戊']);
  const made = toSearchTable(own, [1, 1, 1, 1, 1], { index, guide: [] });
  const { select } = toProjectTable({ version: 'v', ...made });
  const all = found({ 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 });
  const { numbers, choices } = select(all, { filters: {}, sort: 'budget-up' });
  expect(numbers).toEqual([3, 2, 1, 0, 4]);
  expect(choices.budget.map(({ count }) => count)).toEqual([1, 1, 2]);
  expect(select(all, { filters: { budget: '5万元以下' }, sort: 'budget' }).numbers).toEqual([2, 3]);
});

test('each choice is counted with the other filters as they are', () => {
  const all = found({ 0: 0, 1: 0, 2: 0, 3: 0 });
  const { numbers, choices } = table.select(all, { filters: { year: '2026' }, sort: 'budget' });
  expect(numbers).toEqual([0, 1, 3]);
  expect(choices.year).toEqual([
    { value: '2026', count: 3 },
    { value: '2025', count: 1 },
  ]);
  expect(choices.budget).toEqual([
    { value: '1000万元以上', count: 1 },
    { value: '10万至50万元', count: 1 },
    { value: '5万元以下', count: 1 },
  ]);
  expect(choices.type).toEqual([
    { value: '未写', count: 2 },
    { value: '综合类', count: 1 },
  ]);
  expect(choices.body.map(({ count }) => count)).toEqual([2, 1]);
  expect(table.select(found({ 1: 0, 2: 0 }), { filters: {}, sort: 'name' }, () => 0).numbers).toEqual([1, 2]);
});

test.each([[[1, 2, 3]], [[2, 3, 1]], [[3, 2, 1]]])(
  'choices have one order, in whichever projects match: %j',
  (numbers) => {
    const matches = new Map(
      numbers.map((number): [number, Match] => [number, { rank: 0, facets: 1 << number }]),
    );
    const { choices } = table.select(matches, { filters: {}, sort: 'budget' });
    const valuesOf = (filter: keyof typeof choices) => choices[filter].map(({ value }) => value);
    expect(valuesOf('year')).toEqual(['2026', '2025']);
    expect(valuesOf('type')).toEqual(['未写', '综合类']);
    expect(valuesOf('budget')).toEqual(['10万至50万元', '5万元以下']);
    expect(valuesOf('category')).toEqual(SEARCH_FACETS.slice(1, 4));
    expect(table.select(matches, { filters: {}, sort: 'relevance' }).numbers).toEqual([1, 2, 3]);
  },
);

test('of as many projects each, the first by name is the first choice', () => {
  for (const numbers of [
    [1, 2],
    [2, 1],
  ]) {
    const matches = new Map(numbers.map((number): [number, Match] => [number, { rank: 0, facets: 1 }]));
    const { choices } = table.select(matches, { filters: {}, sort: 'budget' });
    expect(choices.type.map(({ value }) => value)).toEqual(['未写', '综合类']);
  }
});

test('words are simplified as the table says, sign by sign', () => {
  const { simplify } = toProjectTable({ ...table.table, traditional: { 標: '标' } });
  expect(simplify('指標app標')).toBe('指标app标');
});

test('a word is pinyin where its letters stand in no cell', () => {
  expect(['dangjian', 'pp', 'app', '95%', '党a', 'zz', 'a党'].map((word) => table.isPinyin(word))).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
  const { isPinyin } = toProjectTable({ ...table.table, latin: ['app', 'bus'] });
  expect(['us', 'pb'].map(isPinyin)).toEqual([false, true]);
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
  expect(list.indicatorsOf).toEqual([
    [0, 1],
    [0, 0],
  ]);
});

test('projects are filtered by whether their result was published', () => {
  const result = { url: '/r/', cells: [] };
  const own = records.map((record, number) =>
    number === 1 || number === 3 ? { ...record, result } : record,
  );
  const made = toSearchTable(own, [1, 1, 1, 1], { index, guide: [] });
  expect(made.answered).toEqual([1, 2]);
  const { select } = toProjectTable({ version: 'v', ...made });
  const all = found({ 0: 0, 1: 0, 2: 0, 3: 0 });
  const { numbers, choices } = select(all, { filters: { result: '有自评' }, sort: 'budget' });
  expect(numbers).toEqual([1, 3]);
  expect(choices.result).toEqual([
    { value: '有自评', count: 2 },
    { value: '没有自评', count: 2 },
  ]);
  expect(select(all, { filters: { result: '没有自评' }, sort: 'budget' }).numbers).toEqual([0, 2]);
});
