import { toPlain } from '../../table/to-plain.ts';
import { joinLines } from './join-lines.ts';
import type { Page, PageCell, PageTable } from './read-page.ts';

/** A table on one page. */
export interface Part {
  page: Page;
  table: PageTable;
  /** On its page, from 1. */
  ordinal: number;
  texts: string[][];
}

/** @param ordinal Of the table on its page, from 1. */
export function toPart(page: Page, table: PageTable, ordinal: number): Part {
  return { page, table, ordinal, texts: toTexts(table) };
}

/** The texts of a row, without spaces and blank cells. */
export function filled(cells: readonly string[]): string[] {
  return cells.map(toPlain).filter((text) => text !== '');
}

/** The texts of a table by row and column. */
function toTexts({ xs, ys, cells }: PageTable): string[][] {
  const rows = Array.from({ length: ys.length - 1 }, () => Array.from({ length: xs.length - 1 }, () => ''));
  for (const cell of cells) {
    const row = rows[cell.top];
    if (row) row[cell.left] = textOf(cell, xs);
  }
  return rows;
}

export function textOf({ lines, left, right }: PageCell, xs: readonly number[]): string {
  return joinLines(lines, { left: xs[left] ?? 0, right: xs[right] ?? 0 });
}
