/**
 * In: a table that was read from a PDF, and where the PDF's pages draw their cells.
 * Out: for each page, which cell of the table is where.
 */
import { formatOrigin, type DrawnPlace, type PageLayout } from '../import/imported.ts';
import type { Sheet, SheetRow } from '../record/sheet-schema.ts';
import { toPlain } from '../table/to-plain.ts';

/** A cell of a table where a page draws it, or a part of it. */
export interface LocatedCell extends DrawnPlace {
  line: number;
  /** From 0. */
  column: number;
}

export interface LocatedPage extends Omit<PageLayout, 'cells'> {
  cells: LocatedCell[];
}

/** The pages that draw rows of a table. @param isShown Whether the row of a line is looked for. */
export function locateCells(
  { rows }: Sheet,
  layouts: readonly PageLayout[],
  isShown: (line: number) => boolean,
): LocatedPage[] {
  const byPlace = new Map(rows.map((row) => [formatOrigin(row), row]));
  const parts = new Set(rows.map(({ part }) => part));
  /** Of the pages before. */
  const before: LocatedCell[] = [];
  const pages = layouts.map(({ cells, ...page }) => {
    const own = cells.filter(({ table }) => parts.has(partOf(page.number, table)));
    const inRows = Map.groupBy(own, ({ table, row }) =>
      formatOrigin({ part: partOf(page.number, table), row }),
    );
    const found = [...inRows].flatMap(([place, drawn]) => {
      const row = byPlace.get(place);
      const begun = row ? cellsOf(row, drawn) : [];
      const left = drawn.filter((each) => !begun.some((cell) => cell.left === each.left));
      return [...begun, ...left.flatMap((each) => restOf(each, before, rows))];
    });
    before.push(...found);
    return { ...page, cells: found.filter(({ line }) => isShown(line)) };
  });
  return pages.filter(({ cells }) => cells.length > 0);
}

/** As the import names it. */
function partOf(page: number, table: number): string {
  return table === 1 ? `第 ${page} 页` : `第 ${page} 页第 ${table} 张表`;
}

/** Cells of a row from the left, each with the next one of its text, or of the beginning of its text. */
function cellsOf({ line, cells }: SheetRow, drawn: readonly DrawnPlace[]): LocatedCell[] {
  let next = 0;
  return drawn
    .toSorted((a, b) => a.left - b.left)
    .flatMap((place) => {
      const column = cells.findIndex(
        (text, index) => index >= next && text !== '' && toPlain(text).startsWith(toPlain(place.text)),
      );
      if (column < 0) return [];
      next = column + 1;
      return [{ ...place, line, column }];
    });
}

/** The rest of a cell that a page's end parts: the last cell of the pages before that ends with its text. */
function restOf(rest: DrawnPlace, before: readonly LocatedCell[], rows: Sheet['rows']): LocatedCell[] {
  const begun = before.findLast(({ line, column }) => {
    const text = rows.find((row) => row.line === line)?.cells[column] ?? '';
    return toPlain(text).endsWith(toPlain(rest.text));
  });
  return begun && rest.row === 1 ? [{ ...rest, line: begun.line, column: begun.column }] : [];
}
