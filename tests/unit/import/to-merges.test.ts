import { expect, test } from 'vitest';
import { toMerges, type PlacedCell } from '../../../src/import/to-merges.ts';

/** Cells as `column+columns`; `^` continues the cell above, `<` the one before. */
const row = (text: string): PlacedCell[] =>
  text.split(' ').map((cell) => ({
    column: Number(/\d+/.exec(cell)?.[0]),
    columns: Number(/\+(\d+)/.exec(cell)?.[1] ?? 1),
    continues: cell.startsWith('^') ? 'above' : cell.startsWith('<') ? 'before' : null,
  }));

test.each([
  ['cells of their own', ['0 1', '0 1'], []],
  ['a wide cell', ['0+2 2'], ['0,0 1x2']],
  ['a wide cell in pieces', ['0 <1 <2+2 4 <5'], ['0,0 1x4', '0,4 1x2']],
  ['a high cell', ['0 1', '^0 1', '^0 1', '0 1'], ['0,0 3x1']],
  ['a large cell', ['0+2 2', '^0+2 2'], ['0,0 2x2']],
  ['a large cell in pieces', ['0 <1 2', '^0 <1 2'], ['0,0 2x2']],
  ['a narrower cell below', ['0+2 2', '^0 1 2'], ['0,0 1x2']],
  ['a cell at another column below', ['0 1', '0 ^1', '^0 1'], ['0,1 2x1', '1,0 2x1']],
  ['cells that continue nothing', ['^0 <1'], []],
])('%s', (_name, rows, merges) => {
  expect(
    toMerges(rows.map(row)).map((merge) => `${merge.row},${merge.column} ${merge.rows}x${merge.columns}`),
  ).toEqual(merges);
});
