/**
 * In: the header row of the indicator table and the rows under it.
 * Out: one Indicator a row, merged cells filled down, a row that slipped sideways moved back.
 */
import { fillDown } from '../table/fill-down.ts';
import type { Finding, Report } from '../table/finding.ts';
import { filledCells, type Cell, type Row } from '../table/grid.ts';
import type { Detail, Indicator, Target } from './disclosure-schema.ts';
import { normalizeLabel, type ColumnName, type Form } from './form.ts';
import { parseTarget } from './parse-target.ts';
import type { Places } from './places.ts';

/** Which column holds what: a field of the record, or a label of the office's own. */
interface Columns {
  at: Partial<Record<ColumnName, number>>;
  /** Columns without a field, by number. */
  details: Map<number, string>;
}

/** Whether this row is the header of an indicator table. */
export function isIndicatorHeader(row: Row, form: Form): boolean {
  const { at } = readColumns(row, form);
  return at.name !== undefined && (at.category !== undefined || at.subcategory !== undefined);
}

export function readIndicators(
  header: Row,
  rows: readonly Row[],
  form: Form,
  places: Pick<Places, 'indicators' | 'targets'>,
  report: Report,
): Indicator[] {
  const columns = readColumns(header, form);
  const straight = rows.map((row) => straighten(row, columns, form, report));
  const merged = fillDown(straight, [columns.at.category ?? -1, columns.at.subcategory ?? -1]);
  const indicators: Indicator[] = [];
  for (const [index, row] of straight.entries()) {
    const [category, subcategory] = merged[index] ?? [];
    const indicator = readIndicator(row, columns, category, subcategory, places, report);
    if (indicator) indicators.push(indicator);
  }
  return indicators;
}

function readColumns(header: Row, form: Form): Columns {
  const columns: Columns = { at: {}, details: new Map() };
  for (const [number, cell] of header.cells.entries()) {
    const label = normalizeLabel(cell.text);
    const name = (Object.keys(form.columns) as ColumnName[]).find((key) => form.columns[key].test(label));
    if (name && columns.at[name] === undefined) columns.at[name] = number;
    else if (cell.text !== '' && !form.indicators.test(label)) columns.details.set(number, cell.text);
  }
  return columns;
}

/**
 * A row whose category or subcategory stands beside its column has slipped. It is moved back when every cell then stands
 * under a header.
 *
 *     绩效指标  一级指标      二级指标 三级指标 实施周期指标值 年度指标值
 *     成本指标  经济成本指标  费用总额 4.086万元 1.2万元
 */
function straighten(row: Row, columns: Columns, form: Form, report: Report): Row {
  const byCategory = findSlip(row, columns.at.category, form.category);
  const slip = byCategory ?? findSlip(row, columns.at.subcategory, form.subcategory);
  // Older forms list 成本指标 among the subcategories: there the row stands as it should.
  if (!slip || slip.by === 0 || (byCategory && staysUnderHeaders(row.cells, columns))) return row;

  const { cell, by } = slip;
  const cells = moveCells(row, by);
  if (cells && staysUnderHeaders(cells, columns)) {
    const side = `靠${by > 0 ? '左' : '右'}${COUNTS[Math.abs(by)] ?? String(Math.abs(by))}列`;
    reportAt(cell, 'table/shifted-row', 'warning', `这一行比表头${side}，已按列对齐，文字未改`, report);
    return { line: row.line, cells };
  }
  if (byCategory) {
    const message = `“${cell.text}”不在“一级指标”这一列，移回后仍有单元格落在表头之外；请按表头对齐这一行`;
    reportAt(cell, 'table/misplaced-row', 'error', message, report);
  }
  return row;
}

const COUNTS = ['', '一', '两', '三', '四'];

/** How far a row has to move right for the cell that matches to stand in its column. Undefined: no cell matches. */
function findSlip(
  row: Row,
  home: number | undefined,
  pattern: RegExp,
): { cell: Cell; by: number } | undefined {
  const found = row.cells.findIndex((cell) => pattern.test(normalizeLabel(cell.text)));
  const cell = row.cells[found];
  return home === undefined || !cell ? undefined : { cell, by: home - found };
}

/** The cells moved right by `shift` columns (left where negative). Undefined: a filled cell would fall off. */
function moveCells(row: Row, shift: number): Cell[] | undefined {
  const blank: Cell = { text: '', line: row.line, column: 1 };
  const width = row.cells.length;
  const lost = shift > 0 ? row.cells.slice(width - shift) : row.cells.slice(0, -shift);
  if (lost.some((cell) => cell.text !== '')) return undefined;
  return row.cells.map((_, index) => row.cells[index - shift] ?? blank);
}

function staysUnderHeaders(cells: readonly Cell[], columns: Columns): boolean {
  return strayCell(cells, columns) === undefined;
}

/** The first filled cell that has no header above it. */
function strayCell(cells: readonly Cell[], { at, details }: Columns): Cell | undefined {
  const headed = new Set<number>([...Object.values(at), ...details.keys()]);
  return cells.find((cell, index) => cell.text !== '' && !headed.has(index));
}

function readIndicator(
  row: Row,
  columns: Columns,
  category: Cell | undefined,
  subcategory: Cell | undefined,
  places: Pick<Places, 'indicators' | 'targets'>,
  report: Report,
): Indicator | null {
  const filled = filledCells(row);
  const [first] = filled;
  if (!first) return null;
  const name = cellAt(row, columns.at.name);
  if (!name) {
    reportAt(first, 'indicator/no-name', 'error', `这一行有“${first.text}”，却没有三级指标的名称`, report);
    return null;
  }
  const stray = strayCell(row.cells, columns);
  if (stray) {
    const message = `“${stray.text}”这一格上面没有表头，不知道是什么；请按表头对齐这一行`;
    reportAt(stray, 'table/cell-without-header', 'error', message, report);
  }
  const indicator: Indicator = {
    category: category?.text ?? '',
    subcategory: subcategory?.text ?? '',
    name: name.text,
    periodTarget: readTarget(row, columns.at.periodTarget, places),
    annualTarget: readTarget(row, columns.at.annualTarget, places),
    details: readDetails(row, columns),
    line: row.line,
  };
  places.indicators.set(indicator, name);
  return indicator;
}

function readTarget(row: Row, column: number | undefined, places: Pick<Places, 'targets'>): Target | null {
  const cell = cellAt(row, column);
  if (!cell) return null;
  const target = parseTarget(cell.text);
  places.targets.set(target, cell);
  return target;
}

function readDetails(row: Row, { details }: Columns): Detail[] {
  return [...details].flatMap(([column, label]) => {
    const cell = cellAt(row, column);
    return cell ? [{ label, value: cell.text }] : [];
  });
}

/** The cell, unless it is blank or there is no such column. */
function cellAt(row: Row, column: number | undefined): Cell | undefined {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell?.text === '' ? undefined : cell;
}

function reportAt(
  { line, column }: Cell,
  rule: string,
  severity: Finding['severity'],
  message: string,
  report: Report,
): void {
  report({ rule, severity, line, column, message });
}
