/**
 * In: a grid of a file, and the forms that it may be filled in on.
 * Out: its tables, nearly always one: each with its form, or as a table of another kind.
 */
import type { Grid, Position } from '../table/grid.ts';
import { chooseForm } from './choose-form.ts';
import { findOtherTable } from './find-other-table.ts';
import type { Form } from './form.ts';
import type { OtherTable } from './forms/other-tables.ts';
import { joinHeaders } from './join-headers.ts';
import { labelGrid, type LabelledGrid } from './labelled-grid.ts';
import { must } from './must.ts';
import type { Report } from './notices.ts';
import { liftCaptions, splitTables } from './split-tables.ts';

export interface RecognizedTable {
  grid: LabelledGrid;
  form: Form;
  /** The kind of a table that is not a target table; null: it is one. */
  other: OtherTable | null;
}

/** @param forms At least one. */
export function recognizeTables(grid: Grid, forms: readonly Form[], report: Report): RecognizedTable[] {
  const labelled = labelGrid(grid);
  const form = chooseForm(liftCaptions(joinHeaders(labelled, forms)), forms);
  return splitTables(labelled, form, report).map((table) => {
    const other = findOtherTable(table, form);
    if (other) {
      const message = `这是${other.name}，不是项目绩效目标表，没有作为项目公开`;
      report(positionOfOther(table), 'table/other-kind', message);
    }
    return { grid: table, form, other };
  });
}

/** Where a table is named as a whole: its title, else its first cell. */
export function positionOfOther({ title, above, rows }: LabelledGrid): Position {
  return title ?? must([...above, ...rows.flatMap(({ cells }) => cells)][0]);
}
