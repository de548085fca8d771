/**
 * In: a ledger: one row an indicator, the project's own columns beside it, merged cells blank.
 * Out: its projects, each as the parts that a table of its own would have.
 */
import type { Finding, Report } from '../table/finding.ts';
import { cellAt, filledCells, type Cell, type Grid, type Place, type Row } from '../table/grid.ts';
import type { Form, HeadName } from './form.ts';
import type { GoalsReading } from './read-goals.ts';
import type { Field } from './read-fields.ts';
import { readLabel } from './read-label.ts';

/** One project of a ledger. */
export interface LedgerPart {
  fields: Field[];
  goals: GoalsReading;
  /** The header, and the project's rows, without the project's own columns. */
  header: Row;
  rows: Row[];
  startLine: number;
  endLine: number;
  /** The cell of its name, else its first. */
  table: Place;
}

/** The rows of one project. */
type Group = Pick<LedgerPart, 'rows' | 'startLine' | 'endLine' | 'table'>;

/** A row that adds the others up. */
const TOTAL = /^(?:合计|总计|小计|共计)$/;

/** @param header The row of the grid that names projects and indicators. */
export function readLedger(grid: Grid, header: Row, form: Form, report: Report): LedgerPart[] {
  const own = projectColumns(header, form);
  const bareHeader = blank(header, own);
  return groupRows(grid, header, form, report).flatMap((group) => {
    const errors: Finding[] = [];
    const parts = readOwn(group.rows, own, form, (finding) => {
      errors.push(finding);
      report(finding);
    });
    if (errors.length > 0) return [];
    return [{ ...group, ...parts, header: bareHeader, rows: group.rows.map((row) => blank(row, own)) }];
  });
}

/** A row whose name is blank, or that of the row above, belongs to the project above. */
function groupRows(grid: Grid, header: Row, form: Form, report: Report): Group[] {
  const nameColumn = header.cells.findIndex(({ text }) => fieldOf(text, form) === 'name');
  const groups: Group[] = [];
  let group: Group | undefined;
  let current: string | undefined;
  for (const row of grid.rows.slice(grid.rows.indexOf(header) + 1)) {
    const name = cellAt(row, nameColumn);
    const table = name ?? filledCells(row)[0];
    if (!table) continue;
    if (TOTAL.test(readLabel(table.text).key)) {
      reportTotal(table, report);
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

/** Columns that speak of the project, with their labels: those the form knows as fields, and any before the first of the indicators'. */
function projectColumns(header: Row, form: Form): Map<number, Cell> {
  const firstOfIndicator = header.cells.findIndex(({ text }) => {
    const name = form.columns.get(readLabel(text).key)?.name;
    return name === 'category' || name === 'subcategory' || name === 'name';
  });
  const columns = new Map<number, Cell>();
  for (const [column, cell] of header.cells.entries()) {
    const { key } = readLabel(cell.text);
    if (cell.text === '' || form.columns.has(key)) continue;
    if (column < firstOfIndicator || form.goals.has(key) || isProjectField(cell.text, form))
      columns.set(column, cell);
  }
  return columns;
}

/** 备注 behind the indicators is the indicator's; 项目单位 there is the project's. */
function isProjectField(label: string, form: Form): boolean {
  const name = fieldOf(label, form);
  return name !== undefined && name !== 'other' && name !== 'group';
}

function fieldOf(label: string, form: Form): HeadName | undefined {
  return form.head.get(readLabel(label).key)?.name;
}

/** The project's own cells: in each column the first that is filled, and what differs from it below. */
function readOwn(
  rows: readonly Row[],
  own: ReadonlyMap<number, Cell>,
  form: Form,
  report: Report,
): Pick<LedgerPart, 'fields' | 'goals'> {
  const goals: GoalsReading = { goals: { period: [], annual: [] }, labels: {}, others: [] };
  const fields: Field[] = [];
  for (const [column, label] of own) {
    const { key } = readLabel(label.text);
    const values = distinct(rows.flatMap((row) => cellAt(row, column) ?? []));
    const goal = form.goals.get(key)?.name;
    if (goal) {
      goals.goals[goal].push(...values);
      goals.labels[goal] = label;
      continue;
    }
    if (/^(?:序号|编号)$/.test(key)) continue;
    const [first, ...others] = values;
    fields.push({ label, value: first ?? null });
    if (first) for (const other of others) reportDiffering(label, first, other, form, report);
  }
  return { fields, goals };
}

function distinct(cells: readonly Cell[]): Cell[] {
  const texts = new Set<string>();
  return cells.filter(({ text }) => !texts.has(text) && texts.add(text));
}

function reportDiffering(label: Cell, first: Cell, other: Cell, form: Form, report: Report): void {
  const isMoney = fieldOf(label.text, form) === 'budget';
  report({
    rule: 'ledger/field-differs',
    severity: 'error',
    line: other.line,
    column: other.column,
    message: `同一个项目的“${label.text}”第 ${first.line} 行写“${first.text}”，这里写“${other.text}”；${isMoney ? '一个项目只能有一个金额' : '请改为一致'}，或把这一行的项目名称写全`,
  });
}

function reportTotal({ line, column }: Place, report: Report): void {
  report({
    rule: 'ledger/total-row',
    severity: 'info',
    line,
    column,
    message: '这是合计行，没有当作项目',
  });
}

function blank(row: Row, columns: ReadonlyMap<number, Cell>): Row {
  return {
    line: row.line,
    cells: row.cells.map((cell, column) => (columns.has(column) ? { ...cell, text: '' } : cell)),
  };
}
