/**
 * In: the header row of the indicator table and the rows under it.
 * Out: one ParsedIndicator a row, merged cells filled down, shifted rows moved back.
 */
import { cellAt, filledCells } from '../table/grid.ts';
import type { Context } from './context.ts';
import type { Detail, ParsedIndicator, Target } from './disclosure-schema.ts';
import { dropLayout } from './drop-layout.ts';
import { fillCategories } from './fill-categories.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { LabelledCell, type LabelledRow } from './labelled-grid.ts';
import { must } from './must.ts';
import { parseTarget } from './parse-target.ts';
import type { PartCells } from './positions.ts';
import { headedColumns, readColumns, strayCell, type Columns, type Side } from './read-columns.ts';
import { normalizeLabel } from './read-label.ts';
import { quoteCells } from './quote-cells.ts';
import { readTarget } from './read-target.ts';
import { straightenRows } from './straighten-row.ts';

/** One side of a row. */
interface Half {
  side: Side;
  subcategory: LabelledCell | undefined;
  name: LabelledCell;
}

export function readIndicators(
  header: LabelledRow,
  rows: readonly LabelledRow[],
  cells: PartCells,
  context: Context,
): ParsedIndicator[] {
  const columns = readColumns(header, context.form);
  const headed = headedColumns(columns);
  const own = joinCutTargets(dropLayout(rows, header, headed, context), columns, context);
  const straight = straightenRows(own, columns, headed, context);
  for (const cell of filledCells(header)) context.useAsLabel(cell);
  for (const side of columns.sides) reportDoubled(header, side, own, context);
  for (const row of straight) recordUses(row, header, headed, context);
  // What stands for nothing in a row that nobody filled in is not that of the rows below.
  const filled = straight.map((row) =>
    row.cells.every(({ text }) => isPlaceholder(text)) ? { line: row.line, cells: [] } : row,
  );
  const merged = columns.sides.map(({ at }) =>
    fillCategories(filled, columns.category ?? -1, at.subcategory ?? -1, context.form),
  );
  return straight.flatMap((row, index) => {
    const stray = strayCell(row.cells, headed);
    if (stray) {
      const message = `“${stray.text}”这一格上面没有表头，不知道是什么；请按表头对齐这一行`;
      context.notices.report(stray, 'table/cell-without-header', message);
    }
    const halves = columns.sides.flatMap((side, number): Half[] => {
      const cell = cellAt(row, side.at.name);
      const name = cell && !isTemplate(row, cell, side) ? cell : undefined;
      const subcategory = merged[number]?.[index]?.[1];
      if (!name) reportNameless(row, side, columns.sides, context);
      return name ? [{ side, subcategory, name }] : [];
    });
    const category = merged[0]?.[index]?.[0];
    return joinHalves(halves).map((group) => toIndicator(row, category, group, cells, context));
  });
}

/** Of two columns with the same words, either could be the one that is meant. */
function reportDoubled(
  header: LabelledRow,
  { at, details }: Side,
  rows: readonly LabelledRow[],
  { form, notices }: Context,
): void {
  const known = Object.values(at);
  const nameOf = ({ key }: LabelledCell) => form.columns.get(key)?.name;
  for (const column of details.keys()) {
    const label = must(header.cells[column]);
    const isSame = (other: LabelledCell) =>
      other.key === label.key || (nameOf(label)?.endsWith('category') && nameOf(other) === nameOf(label));
    const isDoubled = nameOf(label) === 'target' || known.some((other) => isSame(must(header.cells[other])));
    if (!isDoubled || known.includes(column) || rows.every((row) => !cellAt(row, column))) continue;
    const message = `表头里有两列“${label.text}”，不知道照哪一列；请删去一列，或把表头改对`;
    notices.report(label, 'field/repeated', message);
  }
}

function recordUses(
  row: LabelledRow,
  header: LabelledRow,
  headed: ReadonlySet<number>,
  context: Context,
): void {
  for (const column of headed) {
    const cell = cellAt(row, column);
    if (cell) context.useAsValue(cell, must(header.cells[column]).key);
  }
}

/** A template's row that nobody filled in: `/`, `—`, `……` for a name, and nothing more for its target. */
function isTemplate(row: LabelledRow, name: LabelledCell, side: Side): boolean {
  return isPlaceholder(name.text) && targetsOf(row, side).every(({ text }) => isPlaceholder(text));
}

function targetsOf(row: LabelledRow, { at }: Side): LabelledCell[] {
  return [at.periodTarget, at.annualTarget].flatMap((column) => cellAt(row, column) ?? []);
}

/**
 * A row must have a name; so must a side of it that has a target or a detail. A row of the form's words alone (产出指标, 数量指标)
 * is one that stayed blank: it is named, and is no indicator.
 */
function reportNameless(
  row: LabelledRow,
  side: Side,
  sides: readonly Side[],
  { form, notices }: Context,
): void {
  const cells = filledCells(row);
  const isOfForm = ({ text, key }: LabelledCell) =>
    isPlaceholder(text) || form.categories.has(key) || form.subcategories.has(key);
  const isUnfilled = sides.every((other) => {
    const name = cellAt(row, other.at.name);
    return name !== undefined && isTemplate(row, name, other);
  });
  if (cells.length > 0 && (isUnfilled || cells.every(isOfForm))) {
    if (side !== sides[0]) return;
    const message = `这一行只有${quoteCells(row)}，没有三级指标和指标值，没有当作指标`;
    notices.report(must(cells[0]), 'indicator/blank-row', message);
    return;
  }
  const filledOf = (other: Side) => [
    ...targetsOf(row, other),
    ...[...other.details.keys()].flatMap((column) => cellAt(row, column) ?? []),
  ];
  const isNamed = sides.some(({ at }) => cellAt(row, at.name) !== undefined);
  const isAlone = !isNamed && side === sides[0] && sides.every((other) => filledOf(other).length === 0);
  const [cell] = sides.length === 1 || isAlone ? cells : filledOf(side);
  if (cell) notices.report(cell, 'indicator/no-name', `这一行有“${cell.text}”，却没有三级指标的名称`);
}

/** A target that a page cuts in two: its rest is alone in the next row. */
function joinCutTargets(
  rows: readonly LabelledRow[],
  { sides }: Columns,
  { form, notices }: Context,
): LabelledRow[] {
  /** A category is no rest of a target. */
  const isCategory = ({ key }: LabelledCell) => form.categories.has(key) || form.subcategories.has(key);
  const columns = sides.flatMap(({ at }) => [at.periodTarget, at.annualTarget]);
  const result: LabelledRow[] = [];
  for (const row of rows) {
    const [rest, ...others] = filledCells(row);
    const column = rest ? row.cells.indexOf(rest) : -1;
    const above = result.at(-1);
    const cell = above?.cells[column];
    const isRest = cell && cell.text !== '' && others.length === 0 && columns.includes(column);
    // Of two quantities, neither is the rest of the other.
    if (
      above &&
      rest &&
      isRest &&
      !isCategory(rest) &&
      [cell, rest].every(({ text }) => parseTarget(text).value === null)
    ) {
      const message = `这一行只有“${rest.text}”，已接在上一行的指标值“${cell.text}”后面`;
      notices.report(rest, 'target/joined', message);
      const whole = new LabelledCell(cell.text + rest.text, cell);
      result[result.length - 1] = { line: above.line, cells: above.cells.with(column, whole) };
    } else result.push(row);
  }
  return result;
}

/** Two sides of a row are one indicator if they have the same name and subcategory, and targets of different columns. */
function joinHalves(halves: readonly Half[]): [Half, ...Half[]][] {
  const [left, right, third] = halves;
  if (!left || !right || third) return halves.map((half) => [half]);
  const isSame = (a: LabelledCell | undefined, b: LabelledCell | undefined) =>
    normalizeLabel(a?.text ?? '') === normalizeLabel(b?.text ?? '');
  const isDouble = (column: 'periodTarget' | 'annualTarget') =>
    [left, right].every(({ side }) => side.at[column] !== undefined);
  const isOne = isSame(left.name, right.name) && isSame(left.subcategory, right.subcategory);
  return isOne && !isDouble('periodTarget') && !isDouble('annualTarget')
    ? [[left, right]]
    : [[left], [right]];
}

function toIndicator(
  row: LabelledRow,
  category: LabelledCell | undefined,
  halves: readonly [Half, ...Half[]],
  cells: PartCells,
  { form, notices }: Context,
): ParsedIndicator {
  const [first] = halves;
  const main = withoutScore(category, '一级指标', form.categories);
  const sub = withoutScore(first.subcategory, '二级指标', form.subcategories);
  const read = (column: 'periodTarget' | 'annualTarget'): Target | null => {
    for (const { side } of halves) {
      const cell = cellAt(row, side.at[column]);
      if (!cell) continue;
      const target = readTarget(row, cell, side, notices.report);
      cells.set(target, cell);
      return target;
    }
    return null;
  };
  const indicator: ParsedIndicator = {
    category: main.text,
    subcategory: sub.text,
    name: first.name.text,
    periodTarget: read('periodTarget'),
    annualTarget: read('annualTarget'),
    details: [...main.details, ...sub.details, ...halves.flatMap(({ side }) => readDetails(row, side))],
    line: row.line,
  };
  cells.set(indicator, first.name);
  return indicator;
}

/**
 * `产出指标(50分)` is the category 产出指标, and the cell as written is a detail. Spaces and line breaks within the form's words
 * belong to the layout.
 */
export function withoutScore(
  cell: LabelledCell | undefined,
  column: string,
  words: ReadonlySet<string>,
): { text: string; details: Detail[] } {
  if (!cell) return { text: '', details: [] };
  const { key, note } = cell.label;
  if (!words.has(key)) return { text: cell.text, details: [] };
  return { text: key, details: note === null ? [] : [{ label: column, value: cell.text }] };
}

function readDetails(row: LabelledRow, { details }: Side): Detail[] {
  return [...details].flatMap(([column, label]) => {
    const cell = cellAt(row, column);
    return cell ? [{ label, value: cell.text }] : [];
  });
}
