/**
 * In: the header of the indicators of a table of results, and the rows under it.
 * Out: one indicator a row, merged cells filled down. A row that can't be read is named, and is none.
 */
import { cellAt, filledCells } from '../../table/grid.ts';
import { Context } from '../context.ts';
import type { Detail, Target } from '../disclosure-schema.ts';
import { dropLayout } from '../drop-layout.ts';
import { fillCategories } from '../fill-categories.ts';
import { resultForm, type ResultColumn } from '../forms/result-form.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { must } from '../must.ts';
import { Notices } from '../notices.ts';
import { parseTarget } from '../parse-target.ts';
import { withoutScore } from '../read-indicators.ts';
import { readTarget } from '../read-target.ts';
import type { Figure, ParsedResultIndicator } from '../result-schema.ts';
import { straightenRows } from '../straighten-row.ts';
import { toPlain } from '../../table/to-plain.ts';
import { parseFigure } from './parse-figure.ts';
import { readResultColumns, type IndicatorColumns } from './result-columns.ts';
import { nameCells, nameUnread, type ResultScope } from './result-scope.ts';

export function readResultRows(
  header: LabelledRow,
  rows: readonly LabelledRow[],
  scope: ResultScope,
): ParsedResultIndicator[] {
  const columns = readResultColumns(header);
  const { category, sides } = columns;
  const [{ at }] = sides;
  for (const cell of filledCells(header)) scope.context.useAsLabel(cell);
  const straight = straighten(header, rows, columns, scope);
  const filled = straight.map((row) =>
    row.cells.every(({ text }) => isPlaceholder(text)) ? { line: row.line, cells: [] } : row,
  );
  const merged = fillCategories(filled, category ?? -1, at.subcategory ?? -1, resultForm);
  return straight.flatMap((row, index) => {
    const cells = filledCells(row);
    if (cells.length === 0) return [];
    const [main, sub] = must(merged[index]);
    const name = nameIn(row, columns);
    const isStray = (cell: LabelledCell, column: number) =>
      cell.text !== '' && cell !== name && !columns.headed.has(column);
    if (!name || row.cells.some((cell, column) => column > columns.first && isStray(cell, column))) {
      reportRow(row, scope);
      return [];
    }
    // A label left of the columns is not of the row.
    nameUnread(row.cells.filter(isStray), scope);
    for (const [column, label] of header.cells.entries()) {
      const cell = cellAt(row, column);
      if (cell && columns.headed.has(column)) scope.context.useAsValue(cell, label.key);
    }
    scope.context.useAsValue(name, '三级指标');
    const isMerged = name !== cellAt(row, at.name);
    const names = isMerged ? { main: name, sub: undefined, name } : { main, sub, name };
    return [toIndicator(row, names, columns, scope)];
  });
}

/**
 * The rows without what pages repeat, moved under their header. Rows whose place is unclear are named and left out: the readers of
 * targets report an error for each.
 */
function straighten(
  header: LabelledRow,
  rows: readonly LabelledRow[],
  columns: IndicatorColumns,
  scope: ResultScope,
): LabelledRow[] {
  const { context, named } = scope;
  const trial = new Context(resultForm, new Notices(''));
  const kept = straightenRows(
    dropLayout(rows, header, columns.headed, trial),
    columns,
    columns.headed,
    trial,
  );
  const { all } = trial.notices;
  for (const cell of trial.uses.keys()) context.useAsLabel(cell);
  const errors = all.filter(({ severity }) => severity === 'error');
  const unclear = new Set(errors.map(({ line, column }) => `${line}:${column}`));
  const isUnclear = ({ cells }: LabelledRow) =>
    cells.some(({ line, column }) => unclear.has(`${line}:${column}`));
  for (const { severity, rule, message, related = [], ...position } of all)
    if (severity !== 'error') context.notices.report(position, rule, { message, related });
  const keptLines = new Set(kept.map(({ line }) => line));
  for (const row of rows) {
    const cells = filledCells(row).filter((cell) => !context.uses.has(cell));
    if (isUnclear(row)) nameUnread(cells, scope);
    else if (!keptLines.has(row.line)) for (const cell of cells) named.add(cell);
  }
  return kept.filter((row) => !isUnclear(row));
}

/**
 * The name of a row's indicator. A word of the office's alone left of the names, with points, is merged over their columns:
 * 预算执行率.
 */
function nameIn(row: LabelledRow, { sides: [{ at }], results }: IndicatorColumns): LabelledCell | undefined {
  const name = cellAt(row, at.name);
  if (name) return isPlaceholder(name.text) && !hasValues(row, { at, results }) ? undefined : name;
  const [whole, next] = filledCells(row);
  const isAlone = next === undefined || row.cells.indexOf(next) > Number(at.name);
  const isWord = whole && (resultForm.categories.has(whole.key) || resultForm.subcategories.has(whole.key));
  const isLeft = whole && row.cells.indexOf(whole) < Number(at.name);
  return isLeft && isAlone && !isWord && hasValues(row, { at, results }) ? whole : undefined;
}

type ValueColumns = Pick<IndicatorColumns, 'results'> & Pick<IndicatorColumns['sides'][0], 'at'>;

/** Whether a target, what was reached or points are written in a row. */
function hasValues(row: LabelledRow, { at, results }: ValueColumns): boolean {
  return [at.annualTarget, results.actual, results.weight, results.score].some((column) => {
    const cell = cellAt(row, column);
    return cell !== undefined && !isPlaceholder(cell.text);
  });
}

/** Names a row that is no indicator. One of the form's words alone stayed blank. */
function reportRow(row: LabelledRow, scope: ResultScope): void {
  const cells = filledCells(row);
  const isOfForm = ({ text, key }: LabelledCell) =>
    isPlaceholder(text) || resultForm.categories.has(key) || resultForm.subcategories.has(key);
  if (!cells.every(isOfForm)) nameUnread(cells, scope);
  else {
    const say = (quoted: string) => `这一行只有${quoted}，没有三级指标和指标值，没有当作指标`;
    nameCells(cells, 'indicator/blank-row', say, scope);
  }
}

/** The cells of a row that tell what it is about; undefined: none is written. */
interface RowNames {
  main: LabelledCell | undefined;
  sub: LabelledCell | undefined;
  name: LabelledCell;
}

function toIndicator(
  row: LabelledRow,
  { main, sub, name }: RowNames,
  { sides: [side], results }: IndicatorColumns,
  scope: ResultScope,
): ParsedResultIndicator {
  const category = withoutScore(main, '一级指标', resultForm.categories);
  const subcategory = withoutScore(sub, '二级指标', resultForm.subcategories);
  const keep = <Part extends object>(cell: LabelledCell, part: Part): Part => {
    scope.cells.set(part, cell);
    return part;
  };
  const figure = (column: ResultColumn): Figure | null => {
    const cell = cellAt(row, results[column]);
    return cell ? keep(cell, parseFigure(cell.text)) : null;
  };
  const target = cellAt(row, side.at.annualTarget);
  const actual = cellAt(row, results.actual);
  const details = [...side.details].flatMap(([column, label]): Detail[] => {
    const cell = cellAt(row, column);
    return cell ? [keep(cell, { label, value: cell.text })] : [];
  });
  return keep(name, {
    category: category.text,
    subcategory: subcategory.text,
    name: name.text,
    target: target ? keep(target, readTarget(row, target, side, scope.context.notices.report)) : null,
    actual: actual ? keep(actual, readActual(actual, cellAt(row, side.at.unit))) : null,
    weight: figure('weight'),
    score: figure('score'),
    reason: cellAt(row, results.reason)?.text ?? null,
    details: [...category.details, ...subcategory.details, ...details],
    line: row.line,
  });
}

/** What was reached, in the unit of its column where the cell has none: `96` under 度量单位 `%`. */
function readActual({ text }: LabelledCell, unit: LabelledCell | undefined): Target {
  const read = parseTarget(text);
  return unit && read.value !== null && read.unit === null ? { ...read, unit: toPlain(unit.text) } : read;
}
