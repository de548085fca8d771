import { expect, test } from 'vitest';
import { freeRuns } from '../../../../src/desk/views/original-side.ts';

/** A row of cells, each as `column rows columns`. */
const row = (...cells: string[]) => ({
  line: 1,
  cells: cells.map((cell) => {
    const [column = 0, rows = 1, columns = 1] = cell.split(' ').map(Number);
    return { text: '', column, rows, columns, isFromAbove: false };
  }),
});

test('below a row without merged cells the whole width is free, with the column of numbers', () => {
  expect(freeRuns([row('0 1 1', '1 1 2')], 0, 3)).toEqual([4]);
});

test('merged cells that go on part what is free', () => {
  const rows = [row('0 3 1', '1 1 1', '2 2 1', '3 1 1'), row('1 1 1', '3 1 1'), row('1 1 3')];
  expect(freeRuns(rows, 0, 4)).toEqual([1, 1, 1]);
  expect(freeRuns(rows, 1, 4)).toEqual([1, 3]);
  expect(freeRuns(rows, 2, 4)).toEqual([5]);
});
