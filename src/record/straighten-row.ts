import type { Report } from '../table/finding.ts';
import type { Cell, Row } from '../table/grid.ts';
import type { Form } from './form.ts';
import { strayCell, type Columns } from './read-columns.ts';
import { readLabel } from './read-label.ts';

/**
 * A row whose category or subcategory stands beside its column has slipped. It is moved back when every cell then stands
 * under a header.
 *
 *     绩效指标  一级指标      二级指标 三级指标 实施周期指标值 年度指标值
 *     成本指标  经济成本指标  费用总额 4.086万元 1.2万元
 *
 * @param headed The columns that have a header.
 */
export function straightenRow(
  row: Row,
  columns: Columns,
  headed: ReadonlySet<number>,
  form: Form,
  report: Report,
): Row {
  const byCategory = findSlip(row, columns.category, form.categories);
  const slip = byCategory ?? findSlip(row, columns.sides[0]?.at.subcategory, form.subcategories);
  // Older forms list 成本指标 among the subcategories: there the row stands as it should.
  if (!slip || slip.by === 0 || (byCategory && !strayCell(row.cells, headed))) return row;

  const { cell, by } = slip;
  const cells = moveCells(row, by);
  if (cells && !strayCell(cells, headed)) {
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
  words: ReadonlySet<string>,
): { cell: Cell; by: number } | undefined {
  const found = row.cells.findIndex(({ text }) => text !== '' && words.has(readLabel(text).key));
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

function reportAt(
  { line, column }: Cell,
  rule: string,
  severity: 'error' | 'warning',
  message: string,
  report: Report,
): void {
  report({ rule, severity, line, column, message });
}
