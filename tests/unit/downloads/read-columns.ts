import type { Table, Value } from '../../../src/downloads/column.ts';

/** What each column of a table says of a row, by their names. */
export function cellsOf<Row>({ columns }: Pick<Table<Row>, 'columns'>, row: Row): Record<string, Value> {
  return Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]));
}

/** What a Data Package says of each column: type, unit, constraints. */
export function schemaOf<Row>({ columns }: Pick<Table<Row>, 'columns'>): unknown[] {
  return columns.map(({ name, type, unit, constraints }) => [
    ...[name, type, ...(unit === undefined ? [] : [unit])],
    ...(constraints === undefined ? [] : [constraints]),
  ]);
}

/** Where the cells of a row lead, by the names of their columns. */
export function linksOf<Row>({ columns }: Pick<Table<Row>, 'columns'>, row: Row): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ name, link }) => (link ? [[name, link(row)]] : [])));
}
