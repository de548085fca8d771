import { filledCells, type Cell, type Row } from '../table/grid.ts';

/** The texts of a row for a message: “合计”、“75.60”. */
export function quoteCells(row: Row<Cell>): string {
  return filledCells(row)
    .map(({ text }) => `“${text}”`)
    .join('、');
}
