/**
 * In: a ledger: one row an indicator, the project's own columns beside it, merged cells blank.
 * Out: its projects, each as the parts that a table of its own would have.
 */
import type { Finding, Report } from '../table/finding.ts';
import type { Cell, Grid, Row } from '../table/grid.ts';
import { isLedgerHeader } from './choose-form.ts';
import type { Form } from './form.ts';
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
}

/** A row that adds the others up. */
const TOTAL = /^(?:合计|总计|小计|共计)$/;

export function readLedger(grid: Grid, form: Form, report: Report): LedgerPart[] {
  const index = grid.rows.findIndex((row) => isLedgerHeader(row, form));
  const header = grid.rows[index];
  if (!header) return [];
  const own = projectColumns(header, form);
  const nameColumn = [...own].find((column) => headName(header, column, form) === 'name') ?? 0;
  const groups: Row[][] = [];
  let current = '';
  for (const row of grid.rows.slice(index + 1)) {
    if (row.cells.every(({ text }) => text === '')) continue;
    const name = row.cells[nameColumn]?.text ?? '';
    if (TOTAL.test(readLabel(name || (row.cells.find(({ text }) => text !== '')?.text ?? '')).key)) {
      reportTotal(row, report);
    } else if ((name !== '' && name !== current) || groups.length === 0) {
      current = name;
      groups.push([row]);
    } else groups.at(-1)?.push(row);
  }
  const bareHeader = blank(header, own);
  return groups.flatMap((rows) => {
    const errors: Finding[] = [];
    const parts = readOwn(header, rows, own, form, (finding) => {
      errors.push(finding);
      report(finding);
    });
    if (errors.length > 0) return [];
    return [
      {
        ...parts,
        header: bareHeader,
        rows: rows.map((row) => blank(row, own)),
        startLine: rows[0]?.line ?? grid.startLine,
        endLine: rows.at(-1)?.line ?? grid.endLine,
      },
    ];
  });
}

/** Columns that speak of the project: those the form knows as fields, and any before the first of the indicators'. */
function projectColumns(header: Row, form: Form): Set<number> {
  const firstOfIndicator = header.cells.findIndex(({ text }) => {
    const name = form.columns.get(readLabel(text).key)?.name;
    return name === 'category' || name === 'subcategory' || name === 'name';
  });
  const columns = new Set<number>();
  for (const [column, { text }] of header.cells.entries()) {
    const { key } = readLabel(text);
    if (text === '' || form.columns.has(key)) continue;
    if (column < firstOfIndicator || form.goals.has(key) || isProjectField(key, form)) columns.add(column);
  }
  return columns;
}

/** 备注 behind the indicators is the indicator's; 项目单位 there is the project's. */
function isProjectField(key: string, form: Form): boolean {
  const name = form.head.get(key)?.name;
  return name !== undefined && name !== 'other' && name !== 'group';
}

function headName(header: Row, column: number, form: Form) {
  return form.head.get(readLabel(header.cells[column]?.text ?? '').key)?.name;
}

/** The project's own cells: in each column the first that is filled, and what differs from it below. */
function readOwn(
  header: Row,
  rows: readonly Row[],
  own: ReadonlySet<number>,
  form: Form,
  report: Report,
): Pick<LedgerPart, 'fields' | 'goals'> {
  const goals: GoalsReading = { goals: { period: [], annual: [] }, labels: {}, others: [] };
  const fields: Field[] = [];
  for (const column of own) {
    const label = header.cells[column];
    if (!label) continue;
    const values = distinct(rows.flatMap(({ cells }) => cells[column] ?? []));
    const goal = form.goals.get(readLabel(label.text).key)?.name;
    if (goal) {
      goals.goals[goal].push(...values);
      goals.labels[goal] = label;
      continue;
    }
    const [first, ...others] = values;
    if (/^(?:序号|编号)$/.test(readLabel(label.text).key)) continue;
    fields.push({ label, value: first ?? null });
    for (const other of others) reportDiffering(label, first, other, form, report);
  }
  return { fields, goals };
}

function distinct(cells: readonly Cell[]): Cell[] {
  const texts = new Set<string>();
  return cells.filter(({ text }) => text !== '' && !texts.has(text) && texts.add(text));
}

function reportDiffering(
  label: Cell,
  first: Cell | undefined,
  other: Cell,
  form: Form,
  report: Report,
): void {
  const isMoney = form.head.get(readLabel(label.text).key)?.name === 'budget';
  report({
    rule: 'ledger/field-differs',
    severity: 'error',
    line: other.line,
    column: other.column,
    message: `同一个项目的“${label.text}”第 ${first?.line ?? other.line} 行写“${first?.text ?? ''}”，这里写“${other.text}”；${isMoney ? '一个项目只能有一个金额' : '请改为一致'}，或把这一行的项目名称写全`,
  });
}

function reportTotal({ line, cells }: Row, report: Report): void {
  report({
    rule: 'ledger/total-row',
    severity: 'info',
    line,
    column: cells[0]?.column ?? 1,
    message: '这是合计行，没有当作项目',
  });
}

function blank(row: Row, columns: ReadonlySet<number>): Row {
  return {
    line: row.line,
    cells: row.cells.map((cell, column) => (columns.has(column) ? { ...cell, text: '' } : cell)),
  };
}
