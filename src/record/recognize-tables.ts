/**
 * In: a grid of a file, and the forms that it may be filled in on.
 * Out: its tables, nearly always one: each with its form, as targets of a project or of a whole office, results, or a table of another kind.
 */
import type { Grid, Position } from '../table/grid.ts';
import { chooseForm } from './choose-form.ts';
import { findOtherTable } from './find-other-table.ts';
import type { Form } from './form.ts';
import { otherTables, type OtherTable } from './forms/other-tables.ts';
import { resultForm } from './forms/result-form.ts';
import { joinHeaders } from './join-headers.ts';
import { labelGrid, type LabelledGrid } from './labelled-grid.ts';
import { must } from './must.ts';
import type { Report } from './notices.ts';
import { isOverallTable } from './overall/is-overall-table.ts';
import { isResultTable } from './results/is-result-table.ts';
import { liftCaptions, splitTables } from './split-tables.ts';

export interface RecognizedTable {
  grid: LabelledGrid;
  form: Form;
  /** The kind of a table that is not read; null: it is a target table, one of results, or one of a whole office. */
  other: OtherTable | null;
  /** Whether it is a 《项目支出绩效自评表》. Its form is that of results. */
  isResult: boolean;
  /** Whether it is a 《部门（单位）整体支出绩效目标表》. Its form is that of results. */
  isOverall: boolean;
}

/** A ledger of results: many projects in one table. */
const RESULT_LEDGER = '绩效自评汇总表（一张表里有多个项目）';

/** @param forms At least one. */
export function recognizeTables(grid: Grid, forms: readonly Form[], report: Report): RecognizedTable[] {
  const labelled = labelGrid(grid);
  const form = chooseForm(liftCaptions(joinHeaders(labelled, forms)), forms);
  return splitTables(labelled, form, report).map((table) => {
    const isResult = isResultTable(table);
    if (isResult && !form.isLedger)
      return { grid: table, form: resultForm, other: null, isResult, isOverall: false };
    const other = isResult ? { ...must(otherTables[1]), name: RESULT_LEDGER } : findOtherTable(table, form);
    if (other === otherTables[0] && isOverallTable(table))
      return { grid: table, form: resultForm, other: null, isResult: false, isOverall: true };
    if (other) {
      const message = `这是${other.name}，不是项目绩效目标表，没有作为项目公开`;
      report(positionOfOther(table), 'table/other-kind', message);
    }
    return { grid: table, form, other, isResult: false, isOverall: false };
  });
}

/** Where a table is named as a whole: its title, else its first cell. */
export function positionOfOther({ title, above, rows }: LabelledGrid): Position {
  return title ?? must([...above, ...rows.flatMap(({ cells }) => cells)][0]);
}
