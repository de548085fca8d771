/** What a Table Schema asks of a field, as far as the downloads use it. */
interface Field {
  name: string;
  type: string;
  constraints?: { required?: true; unique?: true; minimum?: number; pattern?: string; enum?: string[] };
}
export interface TableSchema {
  fields: Field[];
  primaryKey: string[];
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
}
/** Cells of a CSV by the names of its header. */
export type Row = Record<string, string>;

/** How a cell of each type is written (Table Schema, "Field Types"). */
const WRITTEN: Record<string, (cell: string) => boolean> = {
  string: () => true,
  integer: (cell) => /^-?\d+$/.test(cell),
  number: (cell) => /^-?\d+(?:\.\d+)?$/.test(cell),
  boolean: (cell) => /^(?:true|false)$/.test(cell),
  year: (cell) => /^-?\d{4}$/.test(cell),
  array: (cell) => /^\[[^]*\]$/.test(cell) && Array.isArray(JSON.parse(cell)),
};

/**
 * What a table breaks of its own schema, each as `row: field: reason`, rows from 0: header, types, constraints, keys.
 *
 * @param tables Rows of all tables of the package by name, for the foreign keys.
 */
export function findRowFaults(
  { fields, primaryKey, foreignKeys = [] }: TableSchema,
  rows: readonly Row[],
  tables: Readonly<Record<string, readonly Row[]>>,
): string[] {
  const names = fields.map(({ name }) => name).join();
  return [
    ...rows.flatMap((row, index) => {
      if (Object.keys(row).join() !== names) return [`${index}: header`];
      return fields.flatMap((field) =>
        cellFaults(field, row[field.name] ?? '').map((reason) => `${index}: ${field.name}: ${reason}`),
      );
    }),
    ...fields
      .filter(({ name, constraints }) => constraints?.unique ?? primaryKey.includes(name))
      .flatMap(({ name }) => repeated(rows, name).map((index) => `${index}: ${name}: unique`)),
    ...foreignKeys.flatMap(({ fields: [own = ''], reference }) => {
      const [key = ''] = reference.fields;
      const known = new Set(tables[reference.resource]?.map((row) => row[key]));
      // A key that is not there leads nowhere; where it has to be, the field is required.
      return rows.flatMap((row, index) =>
        row[own] === '' || known.has(row[own]) ? [] : [`${index}: ${own}: foreign key`],
      );
    }),
  ];
}

function cellFaults({ type, constraints = {} }: Field, cell: string): string[] {
  const { required, minimum, pattern, enum: allowed } = constraints;
  if (cell === '') return required ? ['required'] : [];
  if (!WRITTEN[type]?.(cell)) return ['type'];
  return [
    ...(minimum !== undefined && Number(cell) < minimum ? ['minimum'] : []),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell) ? ['pattern'] : []),
    ...(allowed !== undefined && !allowed.includes(cell) ? ['enum'] : []),
  ];
}

function repeated(rows: readonly Row[], name: string): number[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const cell = row[name] ?? '';
    const isSeen = seen.has(cell);
    seen.add(cell);
    return isSeen ? [index] : [];
  });
}
