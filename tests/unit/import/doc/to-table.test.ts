import { expect, test } from 'vitest';
import type { RowShape } from '../../../../src/import/doc/read-row.ts';
import { toTable, type OldRow } from '../../../../src/import/doc/to-table.ts';

const row = (
  texts: string[],
  edges: number[],
  continues: RowShape['continues'] = texts.map(() => null),
): OldRow => ({
  ...{ texts, shape: { edges, continues }, remarks: [], faults: [] },
});
const tableOf = (...rows: OldRow[]) => {
  const remarks: string[] = [];
  return { ...toTable(rows, '第 1 张表', remarks), remarks };
};
const cellsOf = (...rows: OldRow[]) => tableOf(...rows).rows.map(({ cells }) => cells);

test.each([
  [
    40,
    [
      ['甲', '乙'],
      ['', '丙'],
    ],
  ],
  [
    41,
    [
      ['甲', '乙', ''],
      ['', '', '丙'],
    ],
  ],
])('edges that are %i twips apart are columns of %j', (apart, cells) => {
  expect(cellsOf(row(['甲', '乙'], [0, 1000, 2000]), row(['丙'], [1000 + apart, 2000]))).toEqual(cells);
});

test('edges are compared with the first of a column, in whatever order rows have them', () => {
  expect(cellsOf(row(['甲'], [1030, 2000]), row(['乙', '丙'], [0, 1000, 2000]))).toEqual([
    ['', '甲'],
    ['乙', '丙'],
  ]);
});

test('a row without a shape has a cell a column', () => {
  const { rows, merges } = tableOf({ ...row(['甲', '乙'], []), shape: null });
  expect(rows.map(({ cells }) => cells)).toEqual([['甲', '乙']]);
  expect(merges).toEqual([]);
});

test('each row has its place, and its faults and remarks have it too', () => {
  const { part, rows, remarks } = tableOf(row(['甲'], [0, 1000]), {
    ...row(['乙'], [0, 1000]),
    ...{ remarks: ['第 1 格：注'], faults: ['第 1 格：错'] },
  });
  expect(part).toBe('第 1 张表');
  expect(rows.map(({ origin }) => origin)).toEqual([
    { part: '第 1 张表', row: 1 },
    { part: '第 1 张表', row: 2 },
  ]);
  expect(rows.map(({ faults }) => faults)).toEqual([[], ['第 1 张表第 2 行第 1 格：错']]);
  expect(remarks).toEqual(['第 1 张表第 2 行第 1 格：注']);
});

test('a covered cell without text is not mentioned', () => {
  const { rows, remarks } = tableOf(
    row(['甲', '乙'], [0, 1000, 2000]),
    row(['', '丙'], [0, 1000, 2000], ['above', null]),
  );
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['甲', '乙'],
    ['', '丙'],
  ]);
  expect(remarks).toEqual([]);
});

test('a cell that covers columns is merged', () => {
  expect(tableOf(row(['甲'], [0, 2000]), row(['乙', '丙'], [0, 1000, 2000])).merges).toEqual([
    { row: 0, column: 0, rows: 1, columns: 2 },
  ]);
});

test('a cell left of all others of the table is in its first column', () => {
  expect(cellsOf({ ...row(['甲'], []), shape: { edges: [], continues: [null] } })).toEqual([['甲']]);
});
