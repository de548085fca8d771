import type { Grid, Row } from '../../../src/table/grid.ts';

/** A row of cells; each stands at the column of its number, from 1. */
export function toRow(cells: readonly string[], line = 1): Row {
  return { line, cells: cells.map((text, index) => ({ text, line, column: index + 1 })) };
}

/** A table of rows; the first stands in line 1. */
export function toGrid(rows: readonly (readonly string[])[], title: string | null = null): Grid {
  return {
    title: title === null ? null : { text: title, line: 1, column: 1 },
    above: [],
    rows: rows.map((cells, index) => toRow(cells, index + 1)),
    startLine: 1,
    endLine: rows.length,
  };
}
