import type { Merge } from '../imported.ts';
import { snap } from './find-tables.ts';
import { formatLine } from './join-lines.ts';
import type { PageCell, PageTable } from './read-page.ts';
import { textOf, type Part } from './to-part.ts';

interface JoinedRow {
  page: number;
  /** Table of the page, and row of the table on that page, from 1. */
  table: number;
  row: number;
  /** A merged cell's text is in its first place; the others are blank. */
  cells: string[];
}

/** Where a cell is in the joined grid: rows `row`…`bottom - 1`, columns `column`…`end - 1`. */
interface Home {
  row: number;
  bottom: number;
  column: number;
  end: number;
  /** Whether some of its text is drawn beyond the end of its page. */
  overhangs: boolean;
}

/** A cell that a page ends with. */
interface Last {
  home: Home;
  cell: PageCell;
  table: PageTable;
}

export interface JoinedTable {
  /** Its name, year, unit and the like, from the lines above it. */
  above: string[];
  rows: JoinedRow[];
  merges: Merge[];
  /** Pages on which lines are missing. */
  tornPages: number[];
}

/** One grid of all parts. A cell that a page's end leaves open is one with the cell that the next page begins with in its place. */
export function joinParts(parts: readonly Part[]): Omit<JoinedTable, 'above'> {
  const [first] = parts;
  const origin = first?.table.xs[0] ?? 0;
  const shifted = parts.map(({ table: { xs } }) => xs.map((x) => x - (xs[0] ?? 0) + origin));
  const edges = snap(shifted.flat());
  const columnOf = (x: number) => {
    const distances = edges.map((edge) => Math.abs(edge - x));
    return distances.indexOf(Math.min(...distances));
  };
  const rows: JoinedRow[] = [];
  const begun = { rows: new Set<number>(), columns: new Set<number>() };
  const homes: Home[] = [];
  /** Cells that the page before has left open, by their columns. */
  let open = new Map<string, Home>();
  /** The cells at the end of the page before, by their columns. */
  let last = new Map<string, Last>();
  for (const [index, { page, table, ordinal }] of parts.entries()) {
    const xs = shifted[index] ?? [];
    const start = rows.length;
    for (let row = 1; row < table.ys.length; row += 1)
      rows.push({
        page: page.number,
        table: ordinal,
        row,
        cells: Array.from({ length: edges.length - 1 }, () => ''),
      });
    const stillOpen: typeof open = new Map();
    const keyOf = (cell: PageCell) => `${columnOf(xs[cell.left] ?? 0)} ${columnOf(xs[cell.right] ?? 0)}`;
    const isRest = isRestOfRow(table, (cell) => last.get(keyOf(cell)));
    const stillLast: typeof last = new Map();
    for (const cell of table.cells) {
      const [column, end] = [columnOf(xs[cell.left] ?? 0), columnOf(xs[cell.right] ?? 0)];
      const key = keyOf(cell);
      const bottom = start + cell.bottom;
      const own = { row: start + cell.top, bottom, column, end, overhangs: overhangs(cell, table) };
      const parted = isRest && cell.top === 0 ? last.get(key)?.home : undefined;
      const above = cell.isOpenAbove ? open.get(key) : parted;
      const home = above ?? own;
      if (above) above.bottom = bottom;
      else homes.push(own);
      begun.rows.add(home.row);
      begun.columns.add(home.column);
      const cells = rows[home.row]?.cells;
      if (cells)
        cells[home.column] = joinPieces(
          cells[home.column] ?? '',
          textOf(cell, table.xs),
          home.overhangs || own.overhangs,
        );
      if (cell.isOpenBelow) stillOpen.set(key, home);
      if (cell.bottom === table.ys.length - 1) stillLast.set(key, { home, cell, table });
    }
    open = stillOpen;
    last = stillLast;
  }
  return {
    // Where no cell begins there is no row or column, but a line drawn twice, or the rest of a row of the page before.
    rows: rows
      .filter((_, row) => begun.rows.has(row))
      .map((row) => ({ ...row, cells: row.cells.filter((_, column) => begun.columns.has(column)) })),
    merges: homes.flatMap((home) => toMerge(home, begun)),
    tornPages: parts.filter(({ table }) => isTorn(table)).map(({ page }) => page.number),
  };
}

/** No line begins with a closing mark: the character before it moves with it. */
const TWO_PLACES = /^.[)）\]】》〉”’』」，。、；：！？,.;:!?%％]/u;
/** Free space in a full line, beside the place of one more character: points. */
const PADDING = 12;

/**
 * Whether the first row of a page is the rest of the last one of the page before, though a line closes both: some of its cells are
 * blank, and all others go on from a cell whose last line is full. Where they are several, that cell has lines enough to be parted.
 */
function isRestOfRow({ cells }: PageTable, findLast: (cell: PageCell) => Last | undefined): boolean {
  const first = cells.filter(({ top }) => top === 0);
  const filled = first.filter(({ lines }) => lines.length > 0);
  const isFull = (cell: PageCell) => {
    const { cell: upper, table } = findLast(cell) ?? {};
    const line = upper?.lines.at(-1);
    if (!upper || !line || (filled.length > 1 && upper.lines.length < 2)) return false;
    const width = (table?.xs[upper.right] ?? 0) - (table?.xs[upper.left] ?? 0);
    const places = TWO_PLACES.test(formatLine(cell.lines[0] ?? { words: [] })) ? 2 : 1;
    return width - (line.right - line.left) < line.size * places + PADDING;
  };
  return filled.length > 0 && filled.length < first.length && filled.every(isFull);
}

/** None, where it is one row of one column. Rows and columns in which no cell begins do not count. */
function toMerge(
  { row, bottom, column, end }: Home,
  begun: Record<'rows' | 'columns', Set<number>>,
): Merge[] {
  const count = (places: ReadonlySet<number>, from: number, to: number) =>
    [...places].filter((place) => place >= from && place < to).length;
  const [rows, columns] = [count(begun.rows, row, bottom), count(begun.columns, column, end)];
  if (rows < 2 && columns < 2) return [];
  return [{ row: count(begun.rows, 0, row), column: count(begun.columns, 0, column), rows, columns }];
}

function isTorn({ cells }: PageTable): boolean {
  return cells.some((cell) => cell.isTorn && cell.lines.length > 0);
}

/** Whether some of a cell's text is drawn beyond the end of its page. */
function overhangs({ lines }: PageCell, { ys }: PageTable): boolean {
  return lines.some(({ middle }) => middle < (ys[0] ?? 0) || middle > (ys.at(-1) ?? 0));
}

/**
 * A text that is parted by a page's end. Some programs draw all of it on both pages, beyond their ends; what both have counts once.
 */
function joinPieces(upper: string, lower: string, overhang: boolean): string {
  if (upper === lower) return upper;
  let shared = overhang ? Math.min(upper.length, lower.length) : 0;
  while (!upper.endsWith(lower.slice(0, shared))) shared -= 1;
  return upper + lower.slice(shared);
}
