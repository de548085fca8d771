/** A cell of a drawn table. */
export interface DrawnCell {
  text: string;
  /** Columns and rows that it covers, from 1. */
  columns: number;
  rows: number;
}

/** Signs for a place that belongs to the cell left of it, and to the cell above it. */
const LEFT = '←';
const ABOVE = '↑';

/** The cells of a table by its rows; a merged cell is once there, in its first place. */
export function mergeCells(rows: readonly (readonly string[])[]): DrawnCell[][] {
  return rows.map((row, line) =>
    row.flatMap((text, column): DrawnCell[] =>
      text === LEFT || text === ABOVE
        ? []
        : [
            {
              text,
              columns: 1 + countSigns(row.slice(column + 1), LEFT),
              rows:
                1 +
                countSigns(
                  rows.slice(line + 1).map((below) => below[column] ?? ''),
                  ABOVE,
                ),
            },
          ],
    ),
  );
}

/** The rows as they are pasted: only the first place of a merged cell has its text. */
export function unmergeCells(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((text) => (text === LEFT || text === ABOVE ? '' : text)));
}

/** How many signs a list begins with. */
function countSigns(texts: readonly string[], sign: string): number {
  const end = texts.findIndex((text) => text !== sign);
  return end < 0 ? texts.length : end;
}
