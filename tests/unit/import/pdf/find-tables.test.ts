import { expect, test } from 'vitest';
import { findTables } from '../../../../src/import/pdf/find-tables.ts';
import type { Ruling } from '../../../../src/import/pdf/read-rulings.ts';

const level = (at: number, from: number, to: number): Ruling => ({ isLevel: true, at, from, to });
const upright = (at: number, from: number, to: number): Ruling => ({ isLevel: false, at, from, to });
const frame = [level(0, 0, 200), level(60, 0, 200), upright(0, 0, 60), upright(200, 0, 60)];

test('places without a line between them are one cell', () => {
  const [table, ...others] = findTables([...frame, upright(100, 0, 60), level(30, 100, 200)]);
  expect(others).toEqual([]);
  expect(table).toMatchObject({ xs: [0, 100, 200], ys: [0, 30, 60] });
  expect(table?.cells.map(({ left, right, top, bottom }) => [left, right, top, bottom])).toEqual([
    [0, 1, 0, 2],
    [1, 2, 0, 1],
    [1, 2, 1, 2],
  ]);
});

test('a frame, a lone line and nothing are no tables', () => {
  expect(findTables(frame)).toEqual([]);
  expect(findTables([level(10, 0, 100)])).toEqual([]);
  expect(findTables([])).toEqual([]);
});

test('two tables that do not touch are two', () => {
  const lower = frame.map((ruling) =>
    ruling.isLevel
      ? { ...ruling, at: ruling.at + 70 }
      : { ...ruling, from: ruling.from + 70, to: ruling.to + 70 },
  );
  const tables = findTables([...frame, upright(100, 0, 60), ...lower, upright(50, 70, 130)]);
  expect(tables.map(({ xs, ys }) => [xs, ys])).toEqual([
    [
      [0, 100, 200],
      [0, 60],
    ],
    [
      [0, 50, 200],
      [70, 130],
    ],
  ]);
});

test.each([
  ['left', level(30, -50, -3), [-50, 0, 50, 200], [0, 30, 60]],
  ['right', level(30, 203, 250), [0, 50, 200, 250], [0, 30, 60]],
  ['above', upright(100, -50, -3), [0, 50, 100, 200], [-50, 0, 60]],
  ['below', upright(100, 63, 110), [0, 50, 100, 200], [0, 60, 110]],
])('a line that ends 3 points from a table is part of it: %s', (_, line, xs, ys) => {
  const tables = findTables([...frame, upright(50, 0, 60), line]);
  expect(tables.map((table) => [table.xs, table.ys])).toEqual([[xs, ys]]);
});

test('upright lines that reach below the last level one leave their cells open', () => {
  const [table] = findTables([
    level(0, 0, 200),
    level(30, 0, 200),
    ...[0, 100, 200].map((at) => upright(at, 0, 60)),
  ]);
  expect(table?.ys).toEqual([0, 30, 60]);
  expect(table?.cells.map(({ isOpenAbove, isOpenBelow }) => [isOpenAbove, isOpenBelow])).toEqual([
    [false, false],
    [false, false],
    [false, true],
    [false, true],
  ]);
});

test('an outer column that is open above and below is part of the table that is as high', () => {
  const lines = [level(0, 50, 200), level(30, 50, 200), ...[50, 100, 200].map((at) => upright(at, 0, 60))];
  const [table, ...others] = findTables([...lines, upright(10, 0, 60), upright(0, 0, 90)]);
  expect(others).toEqual([]);
  expect(table?.xs).toEqual([10, 50, 100, 200]);
  expect(table?.cells.filter(({ isOpenAbove }) => isOpenAbove)).toEqual([
    { left: 0, right: 1, top: 0, bottom: 2, isOpenAbove: true, isOpenBelow: true, isTorn: false },
  ]);
});

test('lines that lie within 3 points are one', () => {
  const [table] = findTables([...frame, upright(99, 0, 60), upright(101, 0, 60)]);
  expect(table?.xs).toEqual([0, 100, 200]);
});

test('a shape that is no rectangle is cut into its rows and marked', () => {
  const [table] = findTables([...frame, upright(100, 30, 60), level(30, 100, 200)]);
  expect(table?.cells.map(({ left, right, top, isTorn }) => [left, right, top, isTorn])).toEqual([
    [0, 2, 0, true],
    [0, 1, 1, true],
    [1, 2, 1, false],
  ]);
});

test('a line of dots is a line', () => {
  const dots = Array.from({ length: 30 }, (_, index) => upright(100, index * 2, index * 2 + 1));
  expect(findTables([...frame, ...dots])[0]?.xs).toEqual([0, 100, 200]);
});
