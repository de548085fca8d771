/**
 * In: a ledger: one row an indicator, the project's columns next to it, merged cells blank.
 * Out: its projects, each as the parts that a sheet would have.
 */
import { Decimal } from 'decimal.js';
import { cellAt, filledCells, type Position } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Context } from './context.ts';
import { headerMatcher, reportOtherHeader } from './drop-layout.ts';
import { FIELD_LABELS } from './fields.ts';
import { findSums, type Summand } from './find-sums.ts';
import type { Form, HeadName } from './form.ts';
import { isPageCaption } from '../table/caption.ts';
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

/** The rows of one project, or of one sum. */
interface Group extends Pick<LedgerPart, 'rows' | 'startLine' | 'endLine'>, Summand {
  table: LabelledCell;
  /** The rows as they are. */
  cells: LabelledRow[];
  /** Whether its first word is that of a total. */
  isTotal: boolean;
  /** The bodies in the rows above, by the columns of their labels: their cells are merged over all their projects. */
  bodies: ReadonlyMap<number, LabelledCell>;
}

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
  const isLayout = (row: LabelledRow) =>
    isOfHeader(row) || filledCells(row).every(({ text }) => isPageCaption(text));
  const below = grid.rows.slice(above.length + 1).filter((row) => !isLayout(row));
  for (const row of below) reportOtherHeader(row, header, context);
  const rows = below.filter((row) => !isNote(row));
  reportOutside(
    above.flatMap((row) => filledCells(row)),
    context,
  );
  recordUses(header, rows, context);
  const notes = below.filter(isNote).flatMap((row) => filledCells(row).map(toNote));
  const columns = projectColumns(header, context.form);
  const bareHeader = blank(header, columns);
  const groups = groupRows(rows, header, columns, context.form);
  return projectsOf(groups, columns, context).flatMap(({ unit, bodies, cells, ...group }) => {
    const errorsBefore = context.notices.errorCount;
    const { fields: written, goals } = readProjectCells(cells, columns, context);
    const fields = written.map(({ label, value }) => ({
      label,
      value: value ?? bodies.get(label.column) ?? null,
    }));
    if (context.notices.errorCount > errorsBefore) return [];
    return [{ ...group, fields: [...unit, ...fields, ...notes], goals, header: bareHeader }];
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

/** A row whose name is blank, or that of the row above, belongs to the project above; but not where one of them is a sum. */
function groupRows(
  rows: readonly LabelledRow[],
  header: LabelledRow,
  columns: ReadonlyMap<number, LabelledCell>,
  form: Form,
): Group[] {
  const columnOf = (name: HeadName) => header.cells.findIndex((label) => fieldOf(label, form) === name);
  const [nameColumn, sumColumn] = [columnOf('name'), columnOf('budget')];
  const goals = header.cells.flatMap(({ key }, column) => (form.goals.has(key) ? column : []));
  const groups: Group[] = [];
  const above = new Map<number, LabelledCell>();
  let group: Group | undefined;
  let current: string | undefined;
  for (const cells of rows) {
    const name = cellAt(cells, nameColumn);
    // Blank rows were left out with the notes.
    const first = must(filledCells(cells)[0]);
    const isTotal = TOTAL.test(first.key) || TOTAL.test(name?.key ?? '');
    const row = blank(cells, columns);
    const isBare = filledCells(row).length === 0 && goals.every((column) => !cellAt(cells, column));
    const figure = parseAmount(cellAt(cells, sumColumn)?.text ?? '')?.figure;
    const amount = figure === undefined ? null : new Decimal(figure);
    const bodies = bodiesIn(cells, columns, form);
    const isOther = name ? toPlain(name.text) !== current : isBare && amount && bodies.length > 0;
    const isOtherSum = (isBare || group?.isBare) && amount && group?.amount?.equals(amount) === false;
    if (group && !isTotal && !isOther && !isOtherSum) {
      group.rows.push(row);
      group.cells.push(cells);
      group.endLine = cells.line;
      group.isBare &&= isBare;
      group.amount ??= amount;
    } else {
      const table = isTotal ? first : (name ?? bodies.at(-1)?.cell ?? first);
      const isOffice = OFFICE.test(table.text);
      const lines = { startLine: cells.line, endLine: cells.line };
      const own = {
        rows: [row],
        cells: [cells],
        ...lines,
        table,
        isTotal,
        isBare,
        isOffice,
        amount,
        bodies: new Map(above),
      };
      groups.push(own);
      if (!isTotal) [group, current] = [own, name && toPlain(name.text)];
    }
    for (const { label, cell } of bodies) above.set(label.column, cell);
  }
  return groups;
}

/**
 * The groups that are projects. Of the others, each is named in a notice: a total; the row of a spending unit, whose name is that
 * of the projects behind it, with their sum or none; or a row that is neither a sum nor a project.
 */
function projectsOf(
  groups: readonly Group[],
  columns: ReadonlyMap<number, LabelledCell>,
  { form, notices }: Context,
): (Group & { unit: Field[] })[] {
  let unit: Field[] = [];
  const hasUnits = [...columns.values()].some((label) => fieldOf(label, form) === 'spendingUnit');
  const sums = findSums(groups.filter(({ isTotal }) => !isTotal));
  return groups.flatMap((group) => {
    const { table, isTotal, isBare, isOffice, amount, cells } = group;
    if (!isTotal && !isBare) return [{ ...group, unit }];
    const addsUp = sums.get(group) ?? (isOffice && !amount ? true : undefined);
    const isUnit = addsUp !== undefined;
    // A code alone is no name.
    if (isUnit && !isTotal && !hasUnits && /\p{Script=Han}/u.test(table.text)) {
      const label = new LabelledCell(FIELD_LABELS.spendingUnit, table);
      unit = [{ label, value: new LabelledCell(table.text, table) }];
    }
    const isSum = isTotal || isUnit;
    const rest = isTotal || addsUp ? '' : '；下面各项目加起来没有这么多';
    for (const row of cells) {
      const what = isTotal ? '这是合计行' : `这是单位“${table.text}”的合计行`;
      const message = isSum
        ? `${what}，没有当作项目：${quoteCells(row)}${rest}`
        : `这一行没有目标和指标，金额也不是下面各项目之和：${quoteCells(row)}；是合计的请核对金额，是项目的请补上目标和指标`;
      const position = row === cells[0] ? table : must(filledCells(row)[0]);
      notices.report(position, isSum ? 'ledger/total-row' : 'ledger/unclear-row', message);
    }
    return [];
  });
}

/** Last words of an office's name. */
const OFFICE = /(?:局|委|办|部|厅|署|处|科|室|院|所|站|队|馆|校|园|中心|机关|本级|单位|委员会|办公室|公司)$/;

/** The cells of bodies in a row, with their labels. */
function bodiesIn(row: LabelledRow, columns: ReadonlyMap<number, LabelledCell>, form: Form) {
  return [...columns].flatMap(([column, label]) => {
    const cell = cellAt(row, column);
    const name = fieldOf(label, form);
    const isBody = name === 'spendingUnit' || name === 'department';
    return cell && isBody && !TOTAL.test(cell.key) ? [{ label, cell }] : [];
  });
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

/** The project's cells: in each column the first that is filled. Others that differ from it are errors. A page may cut a goal off. */
function readProjectCells(
  rows: readonly LabelledRow[],
  columns: ReadonlyMap<number, LabelledCell>,
  context: Context,
): Pick<LedgerPart, 'fields' | 'goals'> {
  const goals = noGoals();
  const fields: Field[] = [];
  for (const [column, label] of columns) {
    const cells = rows.flatMap((row) => cellAt(row, column) ?? []);
    for (const cell of cells)
      if (context.form.categories.has(cell.key)) reportMisplaced(cell, label, context);
    const values = distinctTexts(cells);
    const goal = context.form.goals.get(label.key)?.name;
    if (goal) {
      goals.goals[goal].push(...values.filter((value) => !isCutOff(value, values)));
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

/** Whether another cell begins with the text of this one. */
function isCutOff(cell: LabelledCell, cells: readonly LabelledCell[]): boolean {
  const text = toPlain(cell.text);
  return cells.some((other) => other !== cell && toPlain(other.text).startsWith(text));
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

/** 产出指标 in a column of the project: the row is not under its header. */
function reportMisplaced(cell: LabelledCell, label: LabelledCell, { notices }: Context): void {
  const message = `“${cell.text}”在“${label.text}”这一列，不在“一级指标”这一列；请按表头对齐这一行`;
  notices.report(cell, 'table/misplaced-row', message);
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
