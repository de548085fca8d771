/**
 * In: a ledger: one row an indicator, the project's columns next to it, merged cells blank.
 * Out: its projects, each as the parts that a sheet would have.
 */
import { Decimal } from 'decimal.js';
import { cellAt, filledCells, type Position } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Context } from './context.ts';
import { headerMatcher } from './drop-layout.ts';
import { FIELD_LABELS } from './fields.ts';
import type { Form, HeadName } from './form.ts';
import { LabelledCell, type LabelledGrid, type LabelledRow } from './labelled-grid.ts';
import { sentence } from './message.ts';
import { must } from './must.ts';
import { parseAmount } from './parse-amount.ts';
import { quoteCells } from './quote-cells.ts';
import { cutAt, type Field } from './read-fields.ts';
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
type Group = Pick<LedgerPart, 'rows' | 'startLine' | 'endLine'> & { table: LabelledCell };

/** The first word of a total row. */
const TOTAL = /^(?:合计|总计|小计|共计)$/;

/** A number of a row: `1`, `(2)`, `三、`, `1-2`. */
const NUMBER = /^[\d一二三四五六七八九十百()、.-]{1,6}$/;

/** A note on all projects under the last of them: 注：…. */
const NOTE = /^(?:注|备注|说明|填表说明)[:：]/;

/** Projects with errors are left out. @param header The row of the grid that names projects and indicators. */
export function readLedger(grid: LabelledGrid, header: LabelledRow, context: Context): LedgerPart[] {
  const above = grid.rows.slice(0, grid.rows.indexOf(header));
  const isOfHeader = headerMatcher(header, context.form);
  const isNote = (row: LabelledRow) => filledCells(row).every(({ text }) => NOTE.test(text));
  const below = grid.rows.slice(above.length + 1).filter((row) => !isOfHeader(row));
  const rows = below.filter((row) => !isNote(row));
  reportOutside(
    above.flatMap((row) => filledCells(row)),
    context,
  );
  recordUses(header, rows, context);
  const notes = below.filter(isNote).flatMap((row) => filledCells(row).map(toNote));
  const columns = projectColumns(header, context.form);
  const bareHeader = blank(header, columns);
  const groups = groupRows(rows, header, context).map((group) => ({
    ...group,
    rows: group.rows.map((row) => blank(row, columns)),
    cells: group.rows,
  }));
  const bodies = new Map<number, LabelledCell>();
  return withUnits(groups, header, context).flatMap(({ cells, unit, ...group }) => {
    const errorsBefore = context.notices.errorCount;
    const { fields: written, goals } = readProjectCells(cells, columns, context);
    const fields = withBodies(written, bodies, context.form);
    if (context.notices.errorCount > errorsBefore) return [];
    return [{ ...group, fields: [...unit, ...fields, ...notes], goals, header: bareHeader }];
  });
}

/** A body's cell is merged over all its projects: a blank one is that of the project above. */
function withBodies(fields: readonly Field[], above: Map<number, LabelledCell>, form: Form): Field[] {
  return fields.map((field) => {
    const name = fieldOf(field.label, form);
    if (name !== 'spendingUnit' && name !== 'department') return field;
    const { column } = field.label;
    if (field.value) above.set(column, field.value);
    return { ...field, value: field.value ?? above.get(column) ?? null };
  });
}

function toNote(cell: LabelledCell): Field {
  return cutAt(cell, cell.text.search(/[:：]/));
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
    // Blank rows were left out with the notes.
    const table = name ?? must(filledCells(row)[0]);
    if (TOTAL.test(table.key)) {
      notices.report(table, 'ledger/total-row', `这是合计行，没有当作项目：${quoteCells(row)}`);
    } else if (!group || (name && toPlain(name.text) !== current)) {
      current = name && toPlain(name.text);
      group = { rows: [row], startLine: row.line, endLine: row.line, table };
      groups.push(group);
    } else {
      group.rows.push(row);
      group.endLine = row.line;
    }
  }
  return groups;
}

/** A group with its rows as they are; those of `Group` are without the project's columns. */
type WholeGroup = Group & { cells: LabelledRow[] };

/**
 * A row of a spending unit: its name and its sum, and nothing more, above its projects. It is no project; its name is theirs.
 */
function withUnits(
  groups: readonly WholeGroup[],
  header: LabelledRow,
  { form, notices }: Context,
): (WholeGroup & { unit: Field[] })[] {
  let unit: Field[] = [];
  const hasUnits = header.cells.some((label) => fieldOf(label, form) === 'spendingUnit');
  return groups.flatMap((group, index) => {
    const isUnit =
      !hasUnits && hasSumAlone(group, header, form) && isSumOf(group, groups.slice(index + 1), header, form);
    if (!isUnit) return [{ ...group, unit }];
    const { table } = group;
    const label = new LabelledCell(FIELD_LABELS.spendingUnit, table);
    unit = [{ label, value: new LabelledCell(table.text, table) }];
    for (const row of group.cells) {
      const message = `这是单位“${table.text}”的合计行，没有当作项目：${quoteCells(row)}`;
      notices.report(row === group.cells[0] ? table : must(filledCells(row)[0]), 'ledger/total-row', message);
    }
    return [];
  });
}

/** No indicator, no goal and no 主管部门, which would be lost with the row: it is merged over the projects below. */
function hasSumAlone({ rows, cells }: WholeGroup, header: LabelledRow, form: Form): boolean {
  const isOfProjects = (label: LabelledCell) =>
    form.goals.has(label.key) || fieldOf(label, form) === 'department';
  return (
    rows.every((row) => filledCells(row).length === 0) &&
    cells.every((row) => header.cells.every((label, column) => !isOfProjects(label) || !cellAt(row, column)))
  );
}

/** Whether the group's sum is that of the projects behind it, up to the next row of a unit; or its name is that of an office. */
function isSumOf(group: WholeGroup, others: readonly WholeGroup[], header: LabelledRow, form: Form): boolean {
  const end = others.findIndex((other) => hasSumAlone(other, header, form));
  const projects = others.slice(0, end < 0 ? undefined : end);
  if (projects.length === 0) return false;
  if (OFFICE.test(group.table.text)) return true;
  const sum = projects.reduce((total, other) => total.plus(sumIn(other, header, form)), new Decimal(0));
  return sum.equals(sumIn(group, header, form));
}

/** Last words of an office's name. */
const OFFICE = /(?:局|委|办|部|厅|署|处|科|室|院|所|站|队|馆|校|园|中心|机关|本级|单位|委员会|办公室|公司)$/;

/** NaN, which equals nothing: there is no sum, or more than a figure. */
function sumIn({ cells }: WholeGroup, header: LabelledRow, form: Form): Decimal {
  const column = header.cells.findIndex((label) => fieldOf(label, form) === 'budget');
  const [cell] = cells.flatMap((row) => cellAt(row, column) ?? []);
  return new Decimal(parseAmount(cell?.text ?? '')?.figure ?? Number.NaN);
}

/** Project-level columns with their labels: fields of the form, and everything left of the first indicator column. */
function projectColumns(header: LabelledRow, form: Form): Map<number, LabelledCell> {
  const firstOfIndicator = header.cells.findIndex(({ key }) => {
    const name = form.columns.get(key)?.name;
    return name === 'category' || name === 'subcategory' || name === 'name';
  });
  const columns = new Map<number, LabelledCell>();
  for (const [column, cell] of header.cells.entries()) {
    if (column < firstOfIndicator && cell.key === '单位')
      columns.set(column, new LabelledCell(FIELD_LABELS.spendingUnit, cell));
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
    const cells = rows.flatMap((row) => cellAt(row, column) ?? []);
    const values = distinctTexts(cells);
    const goal = context.form.goals.get(label.key)?.name;
    if (goal) {
      goals.goals[goal].push(...values);
      goals.labels[goal] = label;
      continue;
    }
    if (/^(?:序号|编号)$/.test(label.key)) {
      reportOutside(
        cells.filter(({ text }) => !NUMBER.test(toPlain(text))),
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

/** The first cell of each text; spaces and line breaks make no difference. */
function distinctTexts(cells: readonly LabelledCell[]): LabelledCell[] {
  const first = new Map<string, LabelledCell>();
  for (const cell of cells) {
    const text = toPlain(cell.text);
    if (!first.has(text)) first.set(text, cell);
  }
  return [...first.values()];
}

/** Cells of a ledger that belong to no project: a row above the header, or a footer in the column of numbers. */
export function reportOutside(cells: readonly LabelledCell[], { notices }: Context): void {
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
