/**
 * In: the header of 年度主要任务 and the rows under it.
 * Out: one task a row, and the row that adds them up. What is under no header is named.
 */
import { cellAt, filledCells } from '../../table/grid.ts';
import { overallForm } from '../forms/overall-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import type { ParsedOverall, Task, TaskMoney } from '../overall-schema.ts';
import type { Label } from '../read-label.ts';
import { readMoney } from '../results/read-money.ts';
import { nameUnread, type ResultScope } from '../results/result-scope.ts';
import type { TaskRows } from './split-tasks.ts';

/** Words of the headers of columns that hold money. */
const OF_MONEY = /金额|资金|总额|预算|拨款|投入|经费|收入|支出|合计|元[)）]$/;

interface Column {
  label: string;
  over: string | null;
  isMoney: boolean;
  unit: Label['unit'];
}

/** @param unit Of money, in the caption; null: none. */
export function readTasks(
  { headers, rows, at }: TaskRows,
  unit: Label['unit'],
  scope: ResultScope,
): Pick<ParsedOverall, 'tasks' | 'total'> {
  const { context } = scope;
  const columns = readColumns(headers, at, unit);
  for (const { cells } of headers)
    for (const [column, cell] of cells.entries())
      if (cell.text !== '' && (column >= at.name || overallForm.taskGroups.has(cell.key)))
        context.useAsLabel(cell);
  const tasks: Task[] = [];
  let total: ParsedOverall['total'] = null;
  for (const row of rows) {
    const isTotal = filledCells(row).find(({ key }) => !overallForm.taskGroups.has(key));
    const label = isTotal && overallForm.taskTotals.has(isTotal.key) ? isTotal : undefined;
    const isOfRow = (column: number) => column === at.name || column === at.content || columns.has(column);
    const strays = row.cells.filter(
      (cell, column) =>
        cell.text !== '' && cell !== label && (label ? !columns.has(column) : !isOfRow(column)),
    );
    const isGroup = ({ key }: LabelledCell) => overallForm.taskGroups.has(key);
    for (const cell of strays.filter(isGroup)) context.useAsLabel(cell);
    if (filledCells(row).every((cell) => isPlaceholder(cell.text) || isGroup(cell))) {
      for (const cell of filledCells(row)) context.useAsLabel(cell);
      continue;
    }
    nameUnread(
      strays.filter((cell) => !isGroup(cell)),
      scope,
    );
    const values = readValues(row, columns, scope);
    if (label && !total) {
      context.useAsLabel(label);
      total = { label: label.text, ...values, line: row.line };
      continue;
    }
    const [name, content] = [cellAt(row, at.name), cellAt(row, at.content)];
    if (name) context.useAsValue(name, '任务名称');
    if (content) context.useAsValue(content, '主要内容');
    tasks.push({ name: name?.text ?? null, content: content?.text ?? null, ...values, line: row.line });
  }
  return { tasks, total };
}

/** Columns with a header right of 任务名称, but 主要内容. A lower header goes before the one over it, whose unit it has. */
function readColumns(
  [upper, lower]: TaskRows['headers'],
  at: TaskRows['at'],
  unit: Label['unit'],
): Map<number, Column> {
  const columns = new Map<number, Column>();
  let over: LabelledCell | undefined;
  for (const [column, cell] of upper.cells.entries()) {
    if (cell.text !== '') over = cell;
    if (column <= at.name || column === at.content || !over) continue;
    const below = lower ? cellAt(lower, column) : undefined;
    const own = below ?? (cell.text === '' ? undefined : cell);
    if (!own) continue;
    columns.set(column, {
      label: own.text,
      over: own === over || own === cell ? null : over.text,
      isMoney: [own, over].some(({ text }) => OF_MONEY.test(text)),
      unit: own.label.unit ?? over.label.unit ?? unit,
    });
  }
  return columns;
}

function readValues(
  row: LabelledRow,
  columns: ReadonlyMap<number, Column>,
  { context, cells }: ResultScope,
): Pick<Task, 'amounts' | 'details'> {
  const amounts: TaskMoney[] = [];
  const details: Task['details'] = [];
  for (const [column, { label, over, isMoney, unit }] of columns) {
    const cell = cellAt(row, column);
    if (!cell) continue;
    context.useAsValue(cell, label);
    if (isMoney) {
      const amount = { label, over, ...readMoney(cell, unit).money };
      cells.set(amount, cell);
      amounts.push(amount);
    } else details.push({ label, value: cell.text });
  }
  return { amounts, details };
}
