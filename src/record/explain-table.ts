import { cellAt, filledCells, type Cell, type Grid } from '../table/grid.ts';
import { isLedgerHeader } from './choose-form.ts';
import type { Form, HeadName } from './form.ts';
import { headedColumns, readColumns } from './read-columns.ts';
import { readFields } from './read-fields.ts';
import { readGoals } from './read-goals.ts';
import { readLabel } from './read-label.ts';
import { splitSections } from './split-sections.ts';
import { straightenRow } from './straighten-row.ts';

/** What became of a cell. */
export interface CellUse {
  /** `label`: a word of the form. `value`: its text is in the record, as `field`. */
  kind: 'label' | 'value';
  /** 项目名称, 年度指标值, or the cell's own label. */
  field: string;
}

const NAMES: Partial<Record<HeadName, string>> = {
  name: '项目名称',
  type: '项目类型',
  level: '项目等级',
  department: '主管部门',
  spendingUnit: '用款单位',
  budget: '预算金额',
  funding: '资金来源',
  period: '实施周期',
  start: '起始年度',
  end: '到期年度',
};

/** Which cell of a table becomes which field. A filled cell that is not in the map was not understood. */
export function explainTable(grid: Grid, form: Form): Map<Cell, CellUse> {
  const uses = new Map<Cell, CellUse>();
  const label = (cell: Cell) => uses.set(cell, { kind: 'label', field: '栏目' });
  const value = (cell: Cell | null | undefined, field: string) =>
    cell && uses.set(cell, { kind: 'value', field });
  const ledgerHeader = form.isLedger ? grid.rows.find((row) => isLedgerHeader(row, form)) : undefined;
  if (ledgerHeader) {
    const rows = grid.rows.slice(grid.rows.indexOf(ledgerHeader) + 1);
    for (const [column, header] of ledgerHeader.cells.entries()) {
      if (header.text === '') continue;
      label(header);
      for (const row of rows) value(cellAt(row, column), header.text);
    }
    return uses;
  }

  const { fields, goals, header, indicators } = splitSections(grid.rows, form);
  for (const { label: name, value: text } of fields.flatMap((row) => readFields(row, form))) {
    const meaning = form.head.get(readLabel(name.text).key);
    if (meaning || text) label(name);
    value(text, (meaning && NAMES[meaning.name]) ?? name.text);
  }
  const reading = readGoals(goals, form);
  for (const row of goals) for (const cell of filledCells(row)) label(cell);
  for (const cell of reading.goals.period) value(cell, '实施周期总目标');
  for (const cell of reading.goals.annual) value(cell, '年度目标');
  for (const { value: cell } of reading.others) value(cell, '其他');
  if (!header) return uses;

  for (const cell of filledCells(header)) label(cell);
  const columns = readColumns(header, form);
  const headed = headedColumns(columns);
  for (const row of indicators) {
    const straight = straightenRow(row, columns, headed, form, () => undefined);
    for (const [column, { text }] of header.cells.entries())
      if (headed.has(column)) value(cellAt(straight, column), readLabel(text).key);
  }
  return uses;
}
