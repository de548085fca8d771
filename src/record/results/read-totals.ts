import { cellAt, filledCells } from '../../table/grid.ts';
import { resultForm } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { must } from '../must.ts';
import type { Field } from '../read-fields.ts';
import type { ParsedResult } from '../result-schema.ts';
import { parseFigure } from './parse-figure.ts';
import type { IndicatorColumns } from './result-columns.ts';
import { nameCells, type ResultScope } from './result-scope.ts';

/**
 * Reads 总分: its points are under 分值 and 得分; two figures next to these columns are the two, in this order. Of several such rows
 * the one with the surest word is it, and the others are named.
 *
 * @returns The total, null where there is none, and the row's other cells.
 */
export function readTotals(
  rows: readonly LabelledRow[],
  columns: IndicatorColumns,
  scope: ResultScope,
): { total: ParsedResult['total']; others: Field[] } {
  const rankOf = (row: LabelledRow) => must(resultForm.totalRows.get(must(filledCells(row)[0]).key)).rank;
  const [row, ...others] = [...rows].sort((a, b) => rankOf(a) - rankOf(b) || b.line - a.line);
  for (const other of others)
    nameCells(
      filledCells(other),
      'ledger/total-row',
      (quoted) => `这是合计行，没有当作指标：${quoted}`,
      scope,
    );
  const [label, ...values] = row ? filledCells(row) : [];
  if (!row || !label) return { total: null, others: [] };
  const { weight, score } = placeIn(row, values, columns);
  scope.context.useAsLabel(label);
  const figure = (cell: LabelledCell | undefined, field: string) => {
    if (!cell) return null;
    const read = parseFigure(cell.text);
    scope.context.useAsValue(cell, field);
    scope.cells.set(read, cell);
    return read;
  };
  const total = { weight: figure(weight, '总分值'), score: figure(score, '总得分'), line: row.line };
  const rest = values.filter((cell) => cell !== weight && cell !== score);
  for (const cell of rest) scope.context.useAsValue(cell, label.text);
  return {
    total: total.weight || total.score ? total : null,
    others: [
      ...(values.length === 0 ? [{ label, value: null }] : []),
      ...rest.map((value) => ({ label, value })),
    ],
  };
}

function placeIn(
  row: LabelledRow,
  values: readonly LabelledCell[],
  { results }: IndicatorColumns,
): Partial<Record<'weight' | 'score', LabelledCell>> {
  const under = { weight: cellAt(row, results.weight), score: cellAt(row, results.score) };
  const figures = values.filter(({ text }) => parseFigure(text).value !== null && !isPlaceholder(text));
  if (figures.every((cell) => cell === under.weight || cell === under.score)) return clean(under);
  const [first, second, third] = figures;
  return first && second && !third ? { weight: first, score: second } : clean(under);
}

function clean({
  weight,
  score,
}: Record<'weight' | 'score', LabelledCell | undefined>): Partial<Record<'weight' | 'score', LabelledCell>> {
  return { ...(weight && { weight }), ...(score && { score }) };
}
