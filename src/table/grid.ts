/** A place in the source file: line and column from 1. */
export interface Place {
  line: number;
  column: number;
}

/** One cell: its text, trimmed at both ends and otherwise as published, and where that text begins. */
export interface Cell extends Place {
  text: string;
}

/** One row. All rows of a grid have the same number of cells; missing ones are blank. */
export interface Row {
  line: number;
  cells: Cell[];
}

/** One table of the source, pipe or tab: rectangular, with the line of text that names it. */
export interface Grid {
  /** The heading, or heading-like line, above the table. */
  title: Cell | null;
  /** Lines between the title and the table: the year, the unit of its sums, who filled it in. */
  above: Cell[];
  rows: Row[];
  /** First line: the title's, else the first row's. */
  startLine: number;
  /** Last line of the last row. */
  endLine: number;
}

/** The cell, unless it is blank or there is no such column. */
export function cellAt(row: Row, column: number | undefined): Cell | undefined {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell?.text === '' ? undefined : cell;
}

/** The cells that are not blank, in order. */
export function filledCells(row: Row): Cell[] {
  return row.cells.filter((cell) => cell.text !== '');
}
