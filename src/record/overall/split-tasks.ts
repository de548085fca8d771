/**
 * In: the rows of a table of a whole office.
 * Out: 年度主要任务, its header and its rows, apart from all other rows.
 */
import { filledCells } from '../../table/grid.ts';
import { overallForm } from '../forms/overall-form.ts';
import { resultForm } from '../forms/result-form.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { parseAmount } from '../parse-amount.ts';
import { isFieldLabel } from '../read-fields.ts';
import { isIndicatorHeader } from '../read-columns.ts';
import { isGoalLabel } from '../results/split-result.ts';

export interface TaskRows {
  /** One or two rows: 总额 and 财政拨款 can be below 预算金额. */
  headers: [LabelledRow, ...LabelledRow[]];
  rows: LabelledRow[];
  /** The columns of 任务名称 and 主要内容. */
  at: { name: number; content: number };
}

/** Null: the table has no tasks. */
export function splitTasks(rows: readonly LabelledRow[]): { tasks: TaskRows | null; others: LabelledRow[] } {
  const start = rows.findIndex((row) => columnsIn(row) !== null);
  const header = rows[start];
  const at = header && columnsIn(header);
  if (!header || !at) return { tasks: null, others: [...rows] };
  const lower = rows[start + 1];
  const isDouble = lower !== undefined && isLowerHeader(lower, header, at);
  const first = start + (isDouble ? 2 : 1);
  const length = rows.slice(first).findIndex((row) => isEnd(row, header, at));
  const end = length < 0 ? rows.length : first + length;
  return {
    tasks: { headers: isDouble ? [header, lower] : [header], rows: rows.slice(first, end), at },
    others: [...rows.slice(0, start), ...rows.slice(end)],
  };
}

function columnsIn({ cells }: LabelledRow): TaskRows['at'] | null {
  const content = cells.findIndex(({ key }) => overallForm.taskContents.has(key));
  // Of 年度主要任务 and 任务名称 the second is the column.
  const name = cells
    .slice(0, Math.max(content, 0))
    .findLastIndex(({ key }) => overallForm.taskNames.has(key));
  return content < 0 || name < 0 ? null : { name, content };
}

/** Whether a row has words alone, right of 主要内容; a merged cell may be said again. */
function isLowerHeader({ cells }: LabelledRow, upper: LabelledRow, { content }: TaskRows['at']): boolean {
  const said = cells.filter(({ text }, column) => text !== '' && text !== upper.cells[column]?.text);
  return (
    said.length > 0 &&
    said.every((cell) => cells.indexOf(cell) > content && cell.key !== '' && !parseAmount(cell.text))
  );
}

/** A row with another word left of the tasks than theirs; or, where nothing is left of them, with a label of another part. */
function isEnd(row: LabelledRow, header: LabelledRow, { name }: TaskRows['at']): boolean {
  const isGroup = (cell: LabelledCell, column: number) =>
    column < name && (cell.text === header.cells[column]?.text || overallForm.taskGroups.has(cell.key));
  const first = row.cells.find((cell, column) => cell.text !== '' && !isGroup(cell, column));
  if (!first) return false;
  if (isIndicatorHeader(row, resultForm)) return true;
  const isTotal = overallForm.taskTotals.has(first.key);
  if (row.cells.indexOf(first) < name) return !isTotal;
  return (
    isGoalLabel(first) ||
    resultForm.indicators.has(first.key) ||
    (isFieldLabel(first, resultForm) && !isTotal && filledCells(row).length === 2)
  );
}
