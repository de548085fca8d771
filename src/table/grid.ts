/** A position in the source file: line and column from 1. */
export interface Position {
  line: number;
  column: number;
}

/** One cell: its text, trimmed at both ends and otherwise as published, and where that text begins. */
export interface Cell extends Position {
  text: string;
}

/** One row. All rows of a grid have the same number of cells; missing ones are blank. */
export interface Row<C extends Cell = Cell> {
  line: number;
  cells: C[];
}

/** One table of the source, pipe or tab: rectangular, with the line of text that names it. */
export interface Grid<C extends Cell = Cell> {
  /** The heading, or heading-like line, above the table. */
  title: C | null;
  /** Lines between the title and the table: the year, the unit of its sums, who filled it in. */
  above: C[];
  rows: Row<C>[];
  /** First line: the title's, else the first row's. */
  startLine: number;
  /** Last line of the last row. */
  endLine: number;
}

/** The cell, unless it is blank or there is no such column. */
export function cellAt<C extends Cell>(row: Row<C>, column: number | undefined): C | undefined {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell?.text === '' ? undefined : cell;
}

/** The cells that are not blank, in order. */
export function filledCells<C extends Cell>(row: Row<C>): C[] {
  return row.cells.filter((cell) => cell.text !== '');
}

/** The first cell of each text. */
export function distinctCells<C extends Cell>(cells: readonly C[]): C[] {
  const first = new Map<string, C>();
  for (const cell of cells) if (!first.has(cell.text)) first.set(cell.text, cell);
  return [...first.values()];
}
