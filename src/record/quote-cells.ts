import { filledCells, type Row } from '../table/grid.ts';

/** The texts of a row for a message: “合计”、“75.60”. */
export function quoteCells(row: Row): string {
  return filledCells(row)
    .map(({ text }) => `“${text}”`)
    .join('、');
}
