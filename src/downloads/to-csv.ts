import { stringify } from 'csv-stringify/sync';
import type { Table } from './column.ts';
import { guardFormula } from './guard-formula.ts';
import { joinBytes } from './join-bytes.ts';

/** Rows that are cells and text at a time: those of a province at once would take gigabytes. */
const ROWS_AT_ONCE = 5000;

/** Rows as CSV (RFC 4180) in UTF-8, with a byte order mark, by which Excel knows the encoding. */
export function toCsv<Row>(table: Table<Row>, rows: readonly Row[]): Uint8Array {
  return joinBytes(textsOf(table, rows));
}

function* textsOf<Row>({ columns }: Table<Row>, rows: readonly Row[]): Generator<string> {
  yield toText([columns.map(({ name }) => name)], true);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const cells = rows.slice(start, start + ROWS_AT_ONCE).map((row) =>
      columns.map(({ type, value }) => {
        const cell = `${value(row) ?? ''}`;
        return type === 'string' || type === 'array' ? guardFormula(cell) : cell;
      }),
    );
    yield toText(cells, false);
  }
}

function toText(rows: string[][], bom: boolean): string {
  return stringify(rows, {
    bom,
    record_delimiter: 'windows',
    // By default only a whole record delimiter is quoted; a single line break must be quoted too.
    quoted_match: /[\r\n]/,
  });
}
