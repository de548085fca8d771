import type { OfficeTable } from './make-originals.ts';

/** A cell that reaches over several columns or rows. */
export interface Span {
  text: string;
  columns: number;
  rows: number;
}
/** The cells that begin in a row, from the left; those that one above covers are left out. */
export type Row = readonly (string | Span)[];

export function span(text: string, columns: number, rows = 1): Span {
  return { text, columns, rows };
}

/** A table of rows. Throws an error where its cells do not fill it. */
export function toOfficeTable(rows: readonly Row[]): OfficeTable {
  const covered = rows.map(() => new Set<number>());
  const cells: OfficeTable['cells'] = [];
  for (const [row, own] of rows.entries()) {
    let column = 0;
    for (const cell of own) {
      const { text, columns, rows: rowSpan } = typeof cell === 'string' ? span(cell, 1) : cell;
      while (covered[row]?.has(column)) column += 1;
      cells.push({ text, row, column, rowSpan, columnSpan: columns });
      for (let down = row; down < row + rowSpan; down += 1)
        for (let right = column; right < column + columns; right += 1) covered[down]?.add(right);
    }
  }
  const width = covered[0]?.size ?? 0;
  const wrong = covered.findIndex(({ size }) => size !== width);
  if (wrong >= 0) throw new Error(`row ${wrong + 1} has ${covered[wrong]?.size ?? 0} columns, not ${width}`);
  return { title: '项目绩效目标表', width, height: rows.length, cells };
}
