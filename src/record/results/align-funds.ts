/** Rows of funds whose cells are not where their header and their labels are. */
import { cellAt, filledCells } from '../../table/grid.ts';
import { resultForm } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import { LabelledCell, type LabelledRow } from '../labelled-grid.ts';
import { must } from '../must.ts';
import { parseAmount } from '../parse-amount.ts';
import type { FundColumns } from './fund-columns.ts';
import { parseFigure } from './parse-figure.ts';
import { nameUnread, type ResultScope } from './result-scope.ts';

/** One row of funds: its labels, and the row where anything is written under the columns. */
export interface FundLine {
  labels: LabelledCell[];
  row: LabelledRow | null;
}

/**
 * The labels of a row and its cells under their columns. Cells next to the columns are moved where there are as many as columns; else
 * the row is named, and null.
 */
export function alignFunds(
  row: LabelledRow,
  { at, details, first }: FundColumns,
  isOfGroup: (cell: LabelledCell) => boolean,
  scope: ResultScope,
): FundLine | null {
  const left = new Set(row.cells.slice(0, first).filter((cell) => !isFigure(cell)));
  const cells = filledCells(row);
  const labels = cells.filter((cell) => left.has(cell) && !isOfGroup(cell));
  const values = cells.filter((cell) => !left.has(cell));
  for (const cell of cells) if (isOfGroup(cell) && left.has(cell)) scope.context.useAsLabel(cell);
  if (values.length === 0) return { labels, row: null };
  const headed = [...Object.values(at), ...details.keys()].sort((a, b) => a - b);
  const under = headed.map((column) => row.cells[column]).filter((cell) => cell?.text !== '');
  if (under.length === values.length) return { labels, row };
  if (values.length !== headed.length) {
    nameUnread([...labels, ...values], scope);
    return null;
  }
  const blank = new LabelledCell('', { line: row.line, column: 1 });
  const places = new Map(headed.map((column, index) => [column, values[index]]));
  const moved = row.cells.map((_, column) => places.get(column) ?? blank);
  scope.context.notices.report(
    must(values[0]),
    'table/shifted-row',
    '这一行不在表头的列下，已按列对齐，文字未改',
  );
  return { labels, row: { line: row.line, cells: moved } };
}

function isFigure({ text }: LabelledCell): boolean {
  return parseFigure(text).value !== null || parseAmount(text) !== null || isPlaceholder(text);
}

/**
 * The rows, where they are one too low: a row of figures without a label is that of the blank label above it; and where only the
 * total is blank and the last row has no label, each row is that of the label above. The points show it: they are the total's.
 */
export function raiseFunds(
  lines: readonly FundLine[],
  { at }: FundColumns,
  { context: { notices } }: ResultScope,
): FundLine[] {
  const report = ({ row }: FundLine) => {
    const message = '这里起各行的金额比栏目低一行，已对上，文字未改';
    notices.report(must(filledCells(must(row))[0]), 'table/shifted-row', message);
  };
  const [total, second] = lines;
  const last = lines.at(-1);
  const isLow =
    isTotal(total) &&
    lines.length > 2 &&
    lines.every((line) => (line.row === null) === (line === total)) &&
    lines.every((line) => (line.labels.length === 0) === (line === last));
  if (isLow && second && hasPoints(second.row, at)) {
    report(second);
    return lines.slice(0, -1).map(({ labels }, index) => ({ labels, row: must(lines[index + 1]).row }));
  }
  const raised: FundLine[] = [];
  for (const line of lines) {
    const above = raised.at(-1);
    if (line.row && line.labels.length === 0 && above?.row === null) {
      report(line);
      raised[raised.length - 1] = { labels: above.labels, row: line.row };
    } else raised.push(line);
  }
  const [top] = raised;
  const below = top?.row === null ? raised.find(({ row }) => hasPoints(row, at)) : undefined;
  if (isTotal(top) && below) {
    const [cell] = filledCells(must(below.row));
    const label = below.labels.map(({ text }) => text).join(' ');
    const message = `“${must(top?.labels[0]).text}”这一行是空的，分值和得分写在“${label}”这一行，照原文列出`;
    notices.report(must(cell), 'result/total-blank', message);
  }
  return raised;
}

function isTotal(line: FundLine | undefined): boolean {
  return line?.labels.some(({ key }) => resultForm.fundTotals.has(key)) === true;
}

/** Whether points are written in a row of funds. */
function hasPoints(row: LabelledRow | null, { weight, score }: FundColumns['at']): boolean {
  return [weight, score].some((column) => {
    const cell = row && cellAt(row, column);
    return cell && parseFigure(cell.text).value !== null;
  });
}
