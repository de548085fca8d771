/**
 * In: a ledger: one row an indicator, the project's columns next to it, merged cells blank.
 * Out: its projects, each as the parts that a sheet would have.
 */
import { cellAt, distinctCells, filledCells, type Position } from '../table/grid.ts';
import type { Context } from './context.ts';
import type { Form, HeadName } from './form.ts';
import { toPlain } from '../table/to-plain.ts';
import { LabelledCell, type LabelledGrid, type LabelledRow } from './labelled-grid.ts';
import { sentence } from './message.ts';
import type { Field } from './read-fields.ts';
import { noGoals, type GoalsReading } from './read-goals.ts';

/** One project of a ledger. */
export interface LedgerPart {
  fields: Field[];
  goals: GoalsReading;
  /** The header, and the project's rows, without the project's columns. */
  header: LabelledRow;
  rows: LabelledRow[];
  startLine: number;
  endLine: number;
  /** The cell of its name, else its first. */
  table: Position;
}

/** The rows of one project. */
type Group = Pick<LedgerPart, 'rows' | 'startLine' | 'endLine' | 'table'>;

/** The first word of a total row. */
const TOTAL = /^(?:合计|总计|小计|共计)$/;

/** A number of a row: `1`, `(2)`, `三、`, `1-2`. */
const NUMBER = /^[\d一二三四五六七八九十百()、.-]{1,6}$/;

/** Projects with errors are left out. @param header The row of the grid that names projects and indicators. */
export function readLedger(grid: LabelledGrid, header: LabelledRow, context: Context): LedgerPart[] {
  const above = grid.rows.slice(0, grid.rows.indexOf(header));
  const rows = grid.rows.slice(above.length + 1);
  reportOutside(
    above.flatMap((row) => filledCells(row)),
    context,
  );
  recordUses(header, rows, context);
  const columns = projectColumns(header, context.form);
  const bareHeader = blank(header, columns);
  return groupRows(rows, header, context).flatMap((group) => {
    const errorsBefore = context.notices.errorCount;
    const parts = readProjectCells(group.rows, columns, context);
    if (context.notices.errorCount > errorsBefore) return [];
    return [{ ...group, ...parts, header: bareHeader, rows: group.rows.map((row) => blank(row, columns)) }];
  });
}

function recordUses(header: LabelledRow, rows: readonly LabelledRow[], context: Context): void {
  for (const [column, label] of header.cells.entries()) {
    if (label.text === '') continue;
    context.useAsLabel(label);
    for (const cell of rows.flatMap((row) => cellAt(row, column) ?? [])) context.useAsValue(cell, label.text);
  }
}

/** A row whose name is blank, or that of the row above, belongs to the project above. */
function groupRows(rows: readonly LabelledRow[], header: LabelledRow, { form, notices }: Context): Group[] {
  const nameColumn = header.cells.findIndex((label) => fieldOf(label, form) === 'name');
  const groups: Group[] = [];
  let group: Group | undefined;
  let current: string | undefined;
  for (const row of rows) {
    const name = cellAt(row, nameColumn);
    const table = name ?? filledCells(row)[0];
    if (!table) continue;
    if (TOTAL.test(table.key)) {
      notices.report(table, 'ledger/total-row', '这是合计行，没有当作项目');
    } else if (!group || (name && name.text !== current)) {
      current = name?.text;
      group = { rows: [row], startLine: row.line, endLine: row.line, table };
      groups.push(group);
    } else {
      group.rows.push(row);
      group.endLine = row.line;
    }
  }
  return groups;
}

/** Project-level columns with their labels: fields of the form, and everything left of the first indicator column. */
function projectColumns(header: LabelledRow, form: Form): Map<number, LabelledCell> {
  const firstOfIndicator = header.cells.findIndex(({ key }) => {
    const name = form.columns.get(key)?.name;
    return name === 'category' || name === 'subcategory' || name === 'name';
  });
  const columns = new Map<number, LabelledCell>();
  for (const [column, cell] of header.cells.entries()) {
    if (cell.text === '' || form.columns.has(cell.key)) continue;
    if (column < firstOfIndicator || form.goals.has(cell.key) || isProjectField(cell, form))
      columns.set(column, cell);
  }
  return columns;
}

/** 备注 behind the indicators is the indicator's; 项目单位 there is the project's. */
function isProjectField(label: LabelledCell, form: Form): boolean {
  const name = fieldOf(label, form);
  return name !== undefined && name !== 'other' && name !== 'group';
}

function fieldOf({ key }: LabelledCell, form: Form): HeadName | undefined {
  return form.head.get(key)?.name;
}

/** The project's cells: in each column the first that is filled. Others that differ from it are errors. */
function readProjectCells(
  rows: readonly LabelledRow[],
  columns: ReadonlyMap<number, LabelledCell>,
  context: Context,
): Pick<LedgerPart, 'fields' | 'goals'> {
  const goals = noGoals();
  const fields: Field[] = [];
  for (const [column, label] of columns) {
    const values = distinctCells(rows.flatMap((row) => cellAt(row, column) ?? []));
    const goal = context.form.goals.get(label.key)?.name;
    if (goal) {
      goals.goals[goal].push(...values);
      goals.labels[goal] = label;
      continue;
    }
    if (/^(?:序号|编号)$/.test(label.key)) {
      reportOutside(
        values.filter(({ text }) => !NUMBER.test(toPlain(text))),
        context,
      );
      continue;
    }
    const [first, ...others] = values;
    fields.push({ label, value: first ?? null });
    if (first) for (const other of others) reportDiffering(label, first, other, context);
  }
  return { fields, goals };
}

/** Cells of a ledger that belong to no project: a row above the header, or a footer in the column of numbers. */
function reportOutside(cells: readonly LabelledCell[], { notices }: Context): void {
  for (const cell of cells)
    notices.report(cell, 'text/outside-table', `“${cell.text}”不属于任何一个项目，项目页的表中没有它`);
}

function reportDiffering(
  label: LabelledCell,
  first: LabelledCell,
  other: LabelledCell,
  { form, notices }: Context,
): void {
  const advice = fieldOf(label, form) === 'budget' ? '一个项目只能有一个金额' : '请改为一致';
  const message = sentence`同一个项目的“${label.text}”${first}写“${first.text}”，这里写“${other.text}”；${advice}，或把这一行的项目名称写全`;
  notices.report(other, 'ledger/field-differs', message);
}

function blank({ line, cells }: LabelledRow, columns: ReadonlyMap<number, LabelledCell>): LabelledRow {
  return {
    line,
    cells: cells.map((cell, column) => (columns.has(column) ? new LabelledCell('', cell) : cell)),
  };
}
