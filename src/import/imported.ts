/** One row of an imported table. Cells that a merged cell covers are blank; its text stands in the first of them. */
export interface ImportedRow {
  /** Where the row stands in the original: `第 7 行`. */
  place: string;
  cells: string[];
}

/** A piece of an original, in its order: a table, or lines of text between tables. */
export type ImportedPiece =
  | {
      kind: 'table';
      /** The sheet or table: `工作表“Sheet1”`, `第 2 张表`. */
      part: string;
      rows: ImportedRow[];
    }
  | { kind: 'text'; lines: string[] };

/** What one original holds. */
export interface Imported {
  pieces: ImportedPiece[];
  /** What was left out or needs a look, in Chinese: hidden rows, comments, formula errors. */
  remarks: string[];
}
