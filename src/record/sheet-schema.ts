/** A table of an imported source as it is in its original. */
import { z } from 'zod';

const SheetRowSchema = z.strictObject({
  /** Line of the row in the source file, from 1. */
  line: z.int().positive(),
  /** The sheet, table or page: 工作表“Sheet1”, 第 37 页. Null: the original has but one, or it is not known. */
  part: z.string().nullable(),
  /** Number of the row there, from 1; of a PDF, in the table on its page. Null: it is not known. */
  row: z.int().positive().nullable(),
  /** In the order of the columns; blank where another cell covers it. */
  cells: z.array(z.string()),
});

/** A merged cell: its first place in the rows, from 0, and how many rows and columns it covers. */
const MergeSchema = z.strictObject({
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  rows: z.int().positive(),
  columns: z.int().positive(),
});
export type SheetMerge = z.infer<typeof MergeSchema>;

export const SheetSchema = z.strictObject({
  /** Name of the copy of its original. */
  file: z.string(),
  /** The lines above the rows: the table's name, its year, its unit. */
  above: z.array(z.strictObject({ line: z.int().positive(), text: z.string() })),
  rows: z.array(SheetRowSchema).min(1),
  merges: z.array(MergeSchema),
});
export type Sheet = z.infer<typeof SheetSchema>;
export type SheetRow = z.infer<typeof SheetRowSchema>;
