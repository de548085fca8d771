import { stringify } from 'csv-stringify/sync';
import type { Table, Value } from './column.ts';
import { guardFormula } from './guard-formula.ts';

/** Rows as CSV (RFC 4180) in UTF-8, with a byte order mark, by which Excel knows the encoding. */
export function toCsv<Row>({ columns }: Table<Row>, rows: readonly Row[]): Uint8Array {
  const cells = rows.map((row) =>
    columns.map(({ type, value }) => {
      const cell = value(row);
      return type === 'string' || type === 'array' ? toText(cell) : String(cell ?? '');
    }),
  );
  const text = stringify([columns.map(({ name }) => name), ...cells], {
    bom: true,
    record_delimiter: 'windows',
    // Its own rule looks for the whole record delimiter, and would leave a lone line break bare.
    quoted_match: /[\r\n]/,
  });
  return new TextEncoder().encode(text);
}

function toText(value: Value): string {
  return guardFormula(String(value ?? ''));
}
