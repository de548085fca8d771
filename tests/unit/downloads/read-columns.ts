import type { Column, Value } from '../../../src/downloads/column.ts';

interface Columns<Row> {
  columns: readonly Column<Row>[];
}

/** What each column of a table says of a row, by their names. */
export function cellsOf<Row>({ columns }: Columns<Row>, row: Row): Record<string, Value> {
  return Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]));
}

/** What a Data Package says of each column: type, unit, constraints. */
export function schemaOf<Row>({ columns }: Columns<Row>): unknown[] {
  return columns.map(({ name, type, unit, constraints }) => [
    ...[name, type, ...(unit === undefined ? [] : [unit])],
    ...(constraints === undefined ? [] : [constraints]),
  ]);
}

/** Where the cells of a row lead, by the names of their columns. */
export function linksOf<Row>({ columns }: Columns<Row>, row: Row): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ name, link }) => (link ? [[name, link(row)]] : [])));
}
