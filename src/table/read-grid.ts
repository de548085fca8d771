/**
 * In: an mdast `table`, from pipes or from tabs.
 * Out: a Grid: rectangular, cells trimmed, each with its place.
 */
import type { Table, TableCell, TableRow } from 'mdast';
import type { Cell, Grid, Row } from './grid.ts';

/** @param source The text that the tree was parsed from; cells of pipe tables are cut from it, so that no Markdown is lost. */
export function readGrid(table: Table, source: string, title: Cell | null): Grid {
  const isTab = table.data?.tabTable === true;
  const rows = table.children.map((row) => readRow(row, isTab, source));
  const width = Math.max(...rows.map((row) => row.cells.length));
  for (const [index, row] of rows.entries()) padRow(row, width, table.children[index]);
  return {
    title,
    rows,
    startLine: title?.line ?? table.position?.start.line ?? 1,
    endLine: table.position?.end.line ?? 1,
  };
}

function readRow(row: TableRow, isTab: boolean, source: string): Row {
  return {
    line: row.position?.start.line ?? 1,
    cells: row.children.map((cell) => (isTab ? readTabCell(cell) : readPipeCell(cell, source))),
  };
}

/** The text of a tab cell is literal already; quotes are gone from it. */
function readTabCell(cell: TableCell): Cell {
  const [child] = cell.children;
  const text = child?.type === 'text' ? child.value : '';
  return toCell(text, cell, 0);
}

/**
 * A pipe cell is cut from the source, between its pipes; the last one's place goes on to the end of the line. Only `\|` stands
 * for something else there: a pipe that divides nothing. In `\\|` it is the backslash that is escaped, and the pipe divides.
 */
function readPipeCell(cell: TableCell, source: string): Cell {
  const raw = source.slice(cell.position?.start.offset, cell.position?.end.offset);
  const opening = raw.startsWith('|') ? 1 : 0;
  const inner = raw.slice(opening).replace(/(?<=(?:^|[^\\])(?:\\\\)*)\|\s*$/, '');
  const text = inner.replaceAll(/\\([\\|])/g, (written, escaped) => (escaped === '|' ? '|' : written));
  return toCell(text, cell, opening);
}

/** Trims, and moves the column to where the text begins. A leading line break can't be counted in columns. */
function toCell(raw: string, { position }: TableCell, indent: number): Cell {
  const blank = raw.length - raw.trimStart().length;
  const column = position?.start.column ?? 1;
  return {
    text: raw.trim(),
    line: position?.start.line ?? 1,
    column: column + indent + (raw.slice(0, blank).includes('\n') ? 0 : blank),
  };
}

function padRow(row: Row, width: number, { position }: Partial<TableRow> = {}): void {
  const line = position?.end.line ?? row.line;
  const column = position?.end.column ?? 1;
  while (row.cells.length < width) row.cells.push({ text: '', line, column });
}
