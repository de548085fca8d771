/**
 * In: an mdast `table`, from pipes or from tabs.
 * Out: a Grid: rectangular, cells trimmed, each with its position.
 */
import type { Table, TableCell, TableRow } from 'mdast';
import type { Position as Span } from 'unist';
import type { Cell, Grid, Row } from './grid.ts';
import { positionOf } from './position-of.ts';
import { withoutZeroWidth } from './without-zero-width.ts';

/** @param source The text that the tree was parsed from. Cells of pipe tables are cut from it, so that no Markdown is lost. */
export function readGrid(table: Table, source: string, title: Cell | null, above: Cell[] = []): Grid {
  const isTab = table.data?.tabTable === true;
  const width = table.children.reduce((widest, row) => Math.max(widest, row.children.length), 0);
  const rows = table.children.map((row) => readRow(row, isTab, source, width));
  const { start, end } = positionOf(table);
  return {
    title,
    above,
    rows,
    startLine: Math.min(...[title, ...above, start].map((place) => place?.line ?? Infinity)),
    endLine: end.line,
  };
}

/** Blank cells are added to a row that is shorter than the widest. */
function readRow(row: TableRow, isTab: boolean, source: string, width: number): Row {
  const { start, end } = positionOf(row);
  const cells = row.children.map((cell) => (isTab ? readTabCell(cell) : readPipeCell(cell, source)));
  while (cells.length < width) cells.push({ text: '', line: end.line, column: end.column });
  return { line: start.line, cells };
}

/** The text of a tab cell is literal; its quotes are already removed. */
function readTabCell(cell: TableCell): Cell {
  const [child] = cell.children;
  const text = child?.type === 'text' ? child.value : '';
  return toCell(text, positionOf(cell), 0);
}

/**
 * A pipe cell is cut from the source, between its pipes; the position of the last one extends to the end of the line. `\|` is a
 * literal pipe. In `\\|` the backslash is escaped, and the pipe separates cells. `<br>` is a line break, which a pipe row can't
 * contain.
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

/**
 * Trims, and moves the column to where the text begins. Columns before a leading line break don't count. A cell of characters
 * without width, which web pages put in empty cells, is blank.
 */
function toCell(written: string, { start }: Span, indent: number): Cell {
  const raw = withoutZeroWidth(written).trim() === '' ? '' : written;
  const blank = raw.length - raw.trimStart().length;
  return {
    text: raw.trim(),
    line: start.line,
    column: start.column + indent + (raw.slice(0, blank).includes('\n') ? 0 : blank),
  };
}
