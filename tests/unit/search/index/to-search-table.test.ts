import { expect, test } from 'vitest';
import {
  departmentOf,
  toBodyAddresses,
  toNameList,
  toSearchTable,
} from '../../../../src/search/index/to-search-table.ts';
import type { SearchRecord } from '../../../../src/search/search-record.ts';
import { aRecord } from '../a-record.ts';

interface Own extends Partial<SearchRecord> {
  /** 主管部门. */
  under?: string;
}

/** A record of the body whose file is `body`. */
function recordOf(name: string, body: string, { under, ...own }: Own = {}): SearchRecord {
  const others = under === undefined ? [] : [{ label: '主管部门', text: under }];
  return { ...aRecord({ name, body }), others, ...own };
}

const of = { index: { digest: 'd', pagefind: '1', bundleSize: 9, bounds: [''] }, guide: [] };
const tableOf = (records: readonly SearchRecord[], scales: readonly number[] = []) =>
  toSearchTable(records, scales, of);

test('projects have the numbers of their bodies, disclosures and types', () => {
  const table = tableOf(
    [
      recordOf('河道 清淤', 'school', { publisher: '乙校', under: '丙局', type: '综合类' }),
      recordOf('水质', 'water', { publisher: '甲局', type: '一次性', under: '甲局' }),
      recordOf('堤岸', 'water', { publisher: '甲局' }),
      recordOf('操场', 'school', { publisher: '乙校', under: '丙局', year: 2025, url: '/2025/school/a/' }),
      recordOf('闸坝', 'water', { publisher: '甲局', asksType: false, under: '甲局' }),
    ],
    [1, 1, 2, 1, 4],
  );
  expect(table).toMatchObject({
    ...of,
    bodies: ['丙局', '乙校', '甲局'],
    types: ['一次性', '综合类'],
    disclosures: [
      [2025, 1, 0],
      [2026, 1, 0],
      [2026, 2, -1],
      [2026, 2],
    ],
    disclosure: [1, 3, 2, 0, 3],
    type: [1, 0, -1, -1, -2],
    nameLength: [4, 2, 2, 2, 2],
    scale: [1, 1, 2, 1, 4],
  });
});

test('budgets are counted by the ranges that they reach, the largest first', () => {
  const sums = ['10000000.00', '9999999.99', '50000.00', '49999.99', '0.00', null];
  const { budgets } = tableOf(sums.map((yuan, place) => recordOf(String(place), 'a', { yuan })));
  expect(budgets).toEqual([1, 2, 2, 2, 2, 3, 5]);
});

test('Latin letters of the content are listed in runs, each once, and traditional characters that it lacks', () => {
  const { latin, traditional } = tableOf([
    recordOf('ＡＰＰ 运维2b', 'a'),
    aRecord({ name: '党建', indicators: [['app升级', 'CPU≥2']] }),
  ]);
  expect(latin).toEqual(['app', 'b', 'cpu']);
  expect(traditional).toMatchObject({ 黨: '党', 運: '运' });
  expect(traditional).not.toHaveProperty('動');
});

test('the department of a project is the cell with that label', () => {
  expect(departmentOf(recordOf('a', 'b', { under: '丙局' }))).toBe('丙局');
  expect(departmentOf(aRecord({ name: 'a', goal: '丙局' }))).toBeNull();
});

test('a body is at its newest page, of two of one year at that of the first address; a department alone is nowhere', () => {
  const old = { year: 2025 };
  const at = (url: string, publisher: string, own: Own = {}) =>
    recordOf('a', 'b', { url, publisher, ...own });
  const records = [
    at('/2025/a/x/', '甲局', old),
    at('/2026/b/x/', '甲局'),
    at('/2026/a/x/', '甲局'),
    at('/2026/a/y/', '甲局'),
    at('/2025/c/x/', '甲局', old),
    at('/2025/school/x/', '乙校', { ...old, under: '丙局' }),
  ];
  // In the order of the table: 丙局, 乙校, 甲局.
  const expected = [null, '/2025/school/', '/2026/a/'];
  expect(toBodyAddresses(records)).toEqual(expected);
  expect(toBodyAddresses(records.toReversed())).toEqual(expected);
});

test('names of indicators are listed once for each category, by project', () => {
  expect(
    toNameList([
      aRecord({ name: '甲', indicators: [['清淤'], ['满意度', '', '满意度指标'], ['清淤']] }),
      aRecord({ name: '乙' }),
      aRecord({
        name: '丙',
        indicators: [
          ['清淤', '', '效益指标'],
          ['满意度', '', '满意度指标'],
          ['清淤', '', '自有'],
        ],
      }),
    ]),
  ).toEqual({
    names: ['甲', '乙', '丙'],
    indicators: [
      ['清淤', 1],
      ['满意度', 3],
      ['清淤', 2],
      ['清淤', 5],
    ],
    indicatorsOf: [[0, 1, 0], [], [2, 1, 3]],
  });
});

test('a body is at a page of results only where it has no other', () => {
  const own = { publisher: '甲局', year: 2026, url: '/2026/water/results/a/' };
  const alone = recordOf('清淤', 'water', { ...own, result: { url: own.url, cells: [] } });
  const planned = recordOf('堤岸', 'water', { publisher: '甲局', year: 2025, url: '/2025/water/z/' });
  expect(toBodyAddresses([alone])).toEqual(['/2026/water/results/']);
  for (const records of [
    [alone, planned],
    [planned, alone],
  ])
    expect(toBodyAddresses(records)).toEqual(['/2025/water/']);
});
