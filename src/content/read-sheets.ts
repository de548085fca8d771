import type { Publication, OriginalTable } from '../record/publication-schema.ts';
import type { Sheet, SheetMerge } from '../record/sheet-schema.ts';
import type { Grid } from '../table/grid.ts';

/**
 * The tables of an imported source as they are in its originals; none of a source that was pasted.
 *
 * Where the text has other tables or rows than it was imported with, nobody knows any more where its rows are: these have no
 * place, and no merged cells.
 */
export function readSheets(
  grids: readonly Grid[],
  { originals = [], tables = [] }: Pick<Publication, 'originals' | 'tables'>,
): Sheet[] {
  const [first] = originals;
  if (!first) return [];
  const isWhole = grids.length === tables.length;
  return grids.map((grid, index) => toSheet(grid, isWhole ? tables[index] : undefined, first.file));
}

function toSheet({ title, above, rows }: Grid, table: OriginalTable | undefined, file: string): Sheet {
  const places = table ? placesOf(table) : [];
  const isKnown = places.length === rows.length;
  return {
    file: table?.file ?? file,
    above: (title ? [title, ...above] : above).map(({ line, text }) => ({ line, text })),
    rows: rows.map(({ line, cells }, index) => ({
      line,
      ...((isKnown && places[index]) || { part: null, row: null }),
      cells: cells.map(({ text }) => text),
    })),
    merges: isKnown ? mergesOf(table?.merges ?? '') : [],
  };
}

function placesOf({ rows }: OriginalTable): { part: string | null; row: number }[] {
  return rows.flatMap(({ part, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ part, row: from + index })),
  );
}

/** `A1:B3` covers three rows of two columns. */
function mergesOf(ranges: string): SheetMerge[] {
  return [...ranges.matchAll(/([A-Z]+)(\d+):([A-Z]+)(\d+)/g)].map(
    ([, left = '', top = '', right = '', bottom = '']) => ({
      row: Number(top) - 1,
      column: columnOf(left),
      rows: Number(bottom) - Number(top) + 1,
      columns: columnOf(right) - columnOf(left) + 1,
    }),
  );
}

/** `A` → 0, `AA` → 26. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
