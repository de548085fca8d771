/** A row of an original. */
export interface Origin {
  /** The sheet, table or page: `工作表“Sheet1”`, `第 2 张表`, `第 3 页`; null where the original has but one. */
  part: string | null;
  /** From 1. null: a line above a table of a PDF, whose page alone is given. */
  row: number | null;
}

/** One row of an imported table. Cells that a merged cell covers are blank; its text is in the first of them. */
export interface ImportedRow {
  origin: Origin;
  cells: string[];
  /** What could not be read in it, each with its cell. An error if the row is of a target table. */
  faults?: readonly string[];
}

/** A merged cell: its first place in the rows of its table, from 0, and how many rows and columns it covers. */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table of an original. */
export interface ImportedTable {
  kind: 'table';
  /** The sheet or table: `工作表“Sheet1”`, `第 2 张表`, `第 2 张表（第 3—4 页）`. */
  part: string;
  rows: ImportedRow[];
  /** Name of the copy of its original. Undefined: no copy is kept. */
  file?: string;
  /** Name of its original, where several make one source. */
  original?: string;
  /** Its merged cells. Undefined: the file does not say which are merged. */
  merges?: readonly Merge[];
}

/** A piece of an original, in its order: a table, or lines of text between tables. */
export type ImportedPiece =
  | ImportedTable
  | {
      kind: 'text';
      lines: string[];
      /** Where the lines are, if the original has pages. */
      origin?: Origin;
      /** Name of their original, where several make one source. */
      original?: string;
    };

/** A cell that a page of a PDF draws, in points from the page's upper left corner. */
export interface DrawnPlace {
  /** Table of the page, and row of the table on it, from 1: as in an {@link Origin}. */
  table: number;
  row: number;
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A page of a PDF, turned so that its text runs to the right. */
export interface PageLayout {
  /** From 1. */
  number: number;
  /** Degrees, clockwise: what a viewer has to turn the page by, what the file says included. */
  rotation: number;
  /** Points. */
  width: number;
  height: number;
  /** Those with text. */
  cells: DrawnPlace[];
}

/** What one original holds. */
export interface Imported {
  pieces: ImportedPiece[];
  /** What was left out or should be checked, in Chinese: hidden rows, comments, formula errors. */
  remarks: string[];
  /** How many pages it has. Undefined: it has none. */
  pages?: number;
  /** Of a PDF, the pages that were read. */
  layouts?: PageLayout[];
  /** A web page: its text outside of tables is menus and footers too. */
  isPage?: boolean;
}

/** `工作表“Sheet1”第 7 行`, `第 3 页`. */
export function formatOrigin({ part, row }: Origin): string {
  return `${part ?? ''}${row === null ? '' : `第 ${row} 行`}`;
}
