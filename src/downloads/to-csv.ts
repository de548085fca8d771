import type { Column } from './column.ts';
import { guardFormula } from './guard-formula.ts';
import { joinBytes } from './join-bytes.ts';

/** Rows as CSV (RFC 4180) in UTF-8, with a byte order mark, by which Excel knows the encoding. */
export function toCsv<Row>(
  table: { columns: readonly Column<Row>[] },
  rows: readonly Row[],
): Uint8Array<ArrayBuffer> {
  return joinBytes(linesOf(table, rows));
}

function* linesOf<Row>(
  { columns }: { columns: readonly Column<Row>[] },
  rows: readonly Row[],
): Generator<string> {
  yield `\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`;
  for (const row of rows) {
    const cells = columns.map(({ type, value }) => {
      const cell = String(value(row) ?? '');
      return quote(type === 'string' || type === 'array' ? guardFormula(cell) : cell);
    });
    yield `${cells.join(',')}\r\n`;
  }
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
