/**
 * In: an mdast `table`, from pipes or from tabs.
 * Out: a Grid: rectangular, cells trimmed, each with its place.
 */
import type { Table, TableCell, TableRow } from 'mdast';
import type { Position } from 'unist';
import type { Cell, Grid, Row } from './grid.ts';
import { positionOf } from './position-of.ts';

/** @param source The text that the tree was parsed from; cells of pipe tables are cut from it, so that no Markdown is lost. */
export function readGrid(table: Table, source: string, title: Cell | null, above: Cell[] = []): Grid {
  const isTab = table.data?.tabTable === true;
  const width = table.children.reduce((widest, row) => Math.max(widest, row.children.length), 0);
  const rows = table.children.map((row) => readRow(row, isTab, source, width));
  const { start, end } = positionOf(table);
  return {
    title,
    above,
    rows,
    startLine: title?.line ?? above[0]?.line ?? start.line,
    endLine: end.line,
  };
}

/** A row shorter than the widest is filled up with blank cells. */
function readRow(row: TableRow, isTab: boolean, source: string, width: number): Row {
  const { start, end } = positionOf(row);
  const cells = row.children.map((cell) => (isTab ? readTabCell(cell) : readPipeCell(cell, source)));
  while (cells.length < width) cells.push({ text: '', line: end.line, column: end.column });
  return { line: start.line, cells };
}

/** The text of a tab cell is literal already; quotes are gone from it. */
function readTabCell(cell: TableCell): Cell {
  const [child] = cell.children;
  const text = child?.type === 'text' ? child.value : '';
  return toCell(text, positionOf(cell), 0);
}

/**
 * A pipe cell is cut from the source, between its pipes; the last one's place goes on to the end of the line. Only `\|` stands
 * for something else there: a pipe that divides nothing. In `\\|` it is the backslash that is escaped, and the pipe divides.
 * `<br>` is a line break, which a row of pipes can't hold.
 */
function readPipeCell(cell: TableCell, source: string): Cell {
  const position = positionOf(cell);
  const raw = source.slice(position.start.offset, position.end.offset);
  const opening = raw.startsWith('|') ? 1 : 0;
  const inner = raw.slice(opening).replace(/(?<=(?:^|[^\\])(?:\\\\)*)\|\s*$/, '');
  const text = inner
    .replaceAll(/\\([\\|])/g, (written, escaped) => (escaped === '|' ? '|' : written))
    .replaceAll(/ ?<br ?\/?> ?/gi, '\n');
  return toCell(text, position, opening);
}

/** Trims, and moves the column to where the text begins. A leading line break can't be counted in columns. */
function toCell(raw: string, { start }: Position, indent: number): Cell {
  const blank = raw.length - raw.trimStart().length;
  return {
    text: raw.trim(),
    line: start.line,
    column: start.column + indent + (raw.slice(0, blank).includes('\n') ? 0 : blank),
  };
}
