import { must } from '../record/must.ts';
import type { OriginalTable } from '../record/publication-schema.ts';
import type { Cell } from '../table/grid.ts';
import type { ImportedTable, Merge, Origin } from './imported.ts';

/**
 * Where the rows of a written table are in its original, and its merged cells as far as they are within it.
 *
 * @param cells Of the written table. Their lines and columns are those of the imported one, from 1.
 */
export function describeTable(
  cells: readonly (readonly Cell[])[],
  { rows, merges = [] }: ImportedTable,
): Omit<OriginalTable, 'file'> {
  const lines = cells.map((row) => must(row[0]).line);
  const columns = must(cells[0]).map(({ column }) => column);
  const ranges = merges.map((merge) => toRange(merge, lines, columns)).filter((range) => range !== null);
  return {
    rows: toRuns(lines.map((line) => must(rows[line - 1]).origin)),
    ...(ranges.length > 0 && { merges: ranges.join(' ') }),
  };
}

/** Rows that follow each other as one. */
function toRuns(origins: readonly Origin[]): OriginalTable['rows'] {
  const runs: OriginalTable['rows'] = [];
  for (const { part, row } of origins) {
    const last = runs.at(-1);
    const at = row ?? 1;
    if (last?.part === part && last.to === at - 1) last.to = at;
    else runs.push({ part, from: at, to: at });
  }
  return runs;
}

/** `A1:B3`. Null: of the merged cell, one cell at most was written. */
function toRange(merge: Merge, lines: readonly number[], columns: readonly number[]): string | null {
  const own = (places: readonly number[], start: number, count: number) =>
    places.flatMap((place, index) => (place > start && place <= start + count ? [index] : []));
  const [down, across] = [own(lines, merge.row, merge.rows), own(columns, merge.column, merge.columns)];
  if (down.length === 0 || across.length === 0 || down.length * across.length === 1) return null;
  return `${addressOf(must(down[0]), must(across[0]))}:${addressOf(must(down.at(-1)), must(across.at(-1)))}`;
}

/** `B3` of row 2, column 1. */
function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
