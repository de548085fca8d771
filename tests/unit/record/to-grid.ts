import {
  LabelledCell,
  labelGrid,
  type LabelledGrid,
  type LabelledRow,
} from '../../../src/record/labelled-grid.ts';

/** A row of cells; the column of each is its number, from 1. */
export function toRow(cells: readonly string[], line = 1): LabelledRow {
  return { line, cells: cells.map((text, index) => new LabelledCell(text, { line, column: index + 1 })) };
}

/** A table of rows; the first is in line 1. */
export function toGrid(rows: readonly (readonly string[])[], title: string | null = null): LabelledGrid {
  return labelGrid({
    title: title === null ? null : { text: title, line: 1, column: 1 },
    above: [],
    rows: rows.map((cells, index) => toRow(cells, index + 1)),
    startLine: 1,
    endLine: rows.length,
  });
}
