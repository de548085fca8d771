import type { Merge } from './imported.ts';

/** A cell as a file places it in its row. */
export interface PlacedCell {
  /** Its first column, from 0, and how many it covers. */
  column: number;
  columns: number;
  /** Whether it only continues the merged cell above it, or the one before it. Null: it is a cell of its own. */
  continues: 'above' | 'before' | null;
}

/** The merged cells of a table, from the cells of its rows that say which cell they continue. */
export function toMerges(rows: readonly (readonly PlacedCell[])[]): Merge[] {
  const widths = rows.map((cells) => cells.map((cell, at) => widthOf(cell, cells.slice(at + 1))));
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ column, continues }, at): Merge[] => {
      if (continues !== null) return [];
      const columns = widths[row]?.[at] ?? 1;
      let bottom = row + 1;
      while (
        rows[bottom]?.some(
          (cell, below) =>
            cell.continues === 'above' && cell.column === column && widths[bottom]?.[below] === columns,
        )
      )
        bottom += 1;
      return bottom - row > 1 || columns > 1 ? [{ row, column, rows: bottom - row, columns }] : [];
    }),
  );
}

function widthOf(cell: PlacedCell, after: readonly PlacedCell[]): number {
  const end = after.findIndex(({ continues }) => continues !== 'before');
  const joined = end < 0 ? after : after.slice(0, end);
  return joined.reduce((sum, { columns }) => sum + columns, cell.columns);
}
