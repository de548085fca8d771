import type { English } from '../display/english.ts';
import { notAskedBy, type Askable } from '../record/published-disclosure.ts';
import type { ProjectRow } from './data-set.ts';

/** A value of a cell: text, a whole number, an exact decimal as its digits, or nothing. */
export type Value = string | number | boolean | null;

/**
 * One column of a download, said once: the header, the Data Package and the guide's table are made from it.
 *
 * @see https://datapackage.org/standard/table-schema/
 */
export interface Column<Row> {
  /** Header in CSV, and the field's name in the Data Package; stable. */
  name: string;
  /** Header in the workbook, Chinese; names the unit where there is one. */
  title: string;
  /** What it holds and when it is empty, Chinese. */
  description: string;
  /** `number`: an exact decimal, given as its digits. `array`: JSON. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'year';
  /** Unit of the figures; the same in every row. */
  unit?: string;
  constraints?: {
    required?: true;
    unique?: true;
    minimum?: number;
    pattern?: string;
    enum?: readonly string[];
  };
  /** Width in the workbook, in characters. */
  width: number;
  /** What of a form it holds, where a form may lack it. */
  asks?: Askable;
  value: (row: Row) => Value;
  /** Address to which its cells lead in a workbook. */
  link?: (row: Row) => string;
}

/** A column of a file that the site publishes: those are explained in English too. */
export interface PublishedColumn<Row> extends Column<Row> {
  english: English;
}

/** A table of the downloads: what it is called, and its columns. */
export interface Table<Row> {
  /** `projects`: the file is `projects.csv`. */
  name: string;
  /** Name of its sheet, and its title in the Data Package. */
  title: string;
  description: string;
  english: English;
  columns: readonly PublishedColumn<Row>[];
  /** The order of a workbook, which is for people: names of columns that come first or last; the others stay between them. */
  sheet: {
    first: readonly string[];
    last: readonly string[];
    /** So many of the first stay in sight. */
    frozen: number;
  };
  primaryKey: string;
  foreignKeys: readonly { field: string; table: string; key: string }[];
}

/** The columns of a table in the order of its sheet. */
export function sheetColumns<Row>({ columns, sheet }: Pick<Table<Row>, 'columns' | 'sheet'>): Column<Row>[] {
  const placed = new Set([...sheet.first, ...sheet.last]);
  const named = (names: readonly string[]) =>
    names.flatMap((name) => columns.filter((column) => column.name === name));
  return [...named(sheet.first), ...columns.filter(({ name }) => !placed.has(name)), ...named(sheet.last)];
}

/** Columns that hold an array hold JSON; an empty one is an empty cell. */
export function toJsonCell(values: readonly unknown[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values);
}

/** The columns, and behind them one that names those for which the project's form does not ask. */
export function withNotAsked<Row extends ProjectRow>(
  columns: readonly PublishedColumn<Row>[],
): PublishedColumn<Row>[] {
  return [
    ...columns,
    {
      name: 'not_asked',
      title: '表式没有的列',
      description:
        '原表的表式没有哪些列，JSON 数组，每项是本表的列名；从指标值读出的列不另写。写在这里的列，为空是因为表式没有这一栏，不是没有填写。表式都有时为空。',
      english: {
        title: 'Columns that the form lacks',
        description:
          'The columns of this table for which the office’s form has no place, as a JSON array of their names; columns derived from a target are not listed. A listed column is empty because the form does not ask for it, not because the office left it blank. Empty if the form asks for everything.',
      },
      type: 'array',
      width: 24,
      value: ({ project }) => {
        const notAsked = notAskedBy(project.source.asked);
        return toJsonCell(
          columns.flatMap(({ name, asks }) => (asks && notAsked.includes(asks) ? [name] : [])),
        );
      },
    },
  ];
}

/** A column of text. */
export function textColumn<Row>(
  name: string,
  title: string,
  description: string,
  english: English,
  width: number,
  value: Column<Row>['value'],
  asks?: Askable,
): PublishedColumn<Row> {
  return { name, title, description, english, width, value, type: 'string', ...(asks && { asks }) };
}
