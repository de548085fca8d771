import { findClosingQuote } from './find-closing-quote.ts';

/** One cell of a row. */
export interface RowCell {
  /** The text: as it stands between the tabs, or what a spreadsheet wrote as `"…""…"`. */
  value: string;
  /** Where the cell begins in the row, quote included. */
  start: number;
  /** Where the cell ends in the row, quote included. */
  end: number;
  isQuoted: boolean;
}

/** The cells of a row: one more than it has tabs outside quotes. */
export function splitRow(text: string): RowCell[] {
  const cells: RowCell[] = [];
  let start = 0;
  for (;;) {
    const cell = readCell(text, start);
    cells.push(cell);
    if (cell.end === text.length) return cells;
    start = cell.end + 1;
  }
}

function readCell(text: string, start: number): RowCell {
  const close = findClosingQuote(text, start, start > 0);
  if (close !== -1) {
    const value = text.slice(start + 1, close).replaceAll('""', '"');
    return { value, start, end: close + 1, isQuoted: true };
  }
  const tab = text.indexOf('\t', start);
  const end = tab === -1 ? text.length : tab;
  return { value: text.slice(start, end), start, end, isQuoted: false };
}
