import { cellAt } from '../table/grid.ts';
import { CATEGORY_WORDS } from './categories.ts';
import type { Context } from './context.ts';
import type { Form } from './form.ts';
import { LabelledCell, type LabelledRow } from './labelled-grid.ts';
import { parseTarget } from './parse-target.ts';
import { strayCell, type Columns } from './read-columns.ts';

/**
 * The rows, each moved as far as its words say. A row without such words under one that was moved could be shifted too, if its
 * first cell is left of the names.
 */
export function straightenRows(
  rows: readonly LabelledRow[],
  columns: Columns,
  headed: ReadonlySet<number>,
  context: Context,
): LabelledRow[] {
  let isMoved = false;
  return rows.map((row) => {
    const straight = straightenRow(row, columns, headed, context);
    reportSwapped(straight, columns, context);
    const { categories, subcategories } = context.form;
    const hasWord = row.cells.some(({ key }) => categories.has(key) || subcategories.has(key));
    if (hasWord) isMoved = straight !== row;
    const first = row.cells.findIndex(({ text }) => text !== '');
    const cell = row.cells[first];
    if (isMoved && !hasWord && cell && first < Number(columns.sides[0].at.name)) {
      const message = `上面移了列的一行之后，“${cell.text}”这一行不知道有没有移列；请按表头对齐这一行`;
      context.notices.report(cell, 'table/misplaced-row', message);
    }
    return straight;
  });
}

/**
 * A row is shifted if its category or subcategory is not in its column. It is moved back if every cell is then under a header.
 *
 *     绩效指标  一级指标      二级指标 三级指标 实施周期指标值 年度指标值
 *     成本指标  经济成本指标  费用总额 4.086万元 1.2万元
 *
 * @param headed The columns that have a header.
 */
export function straightenRow(
  row: LabelledRow,
  columns: Columns,
  headed: ReadonlySet<number>,
  { form, notices }: Context,
): LabelledRow {
  const isInPlace = isCostInPlace(row, columns, form);
  const byCategory = isInPlace ? undefined : findShift(row, columns.category, form.categories);
  const bySubcategory = () => findShift(row, columns.sides[0].at.subcategory, form.subcategories);
  const isNamed = () => !strayCell(row.cells, headed) && isNamedSo(row, columns, form);
  const shift = byCategory ?? (isNamed() ? undefined : bySubcategory());
  if (!shift || shift.by === 0) return row;
  const { cell, by } = shift;
  // 满意度指标 can be a name: without a subcategory right of it and without a stray cell, the row is right.
  const right = row.cells[row.cells.indexOf(cell) + 1];
  const isPair = right !== undefined && form.subcategories.has(right.key);
  if (byCategory && !isPair && !strayCell(row.cells, headed)) return row;
  const cells = moveCells(row, by);
  const category = cells && cellAt({ line: row.line, cells }, columns.category);
  if (!byCategory && category && !isCategory(category)) {
    const message = `“${cell.text}”不在“二级指标”这一列，移回后“${category.text}”会成为一级指标；请按表头对齐这一行`;
    notices.report(cell, 'table/misplaced-row', message);
    return row;
  }
  if (cells && !strayCell(cells, headed)) {
    const side = `靠${by > 0 ? '左' : '右'}${COUNTS[Math.abs(by)] ?? String(Math.abs(by))}列`;
    notices.report(cell, 'table/shifted-row', `这一行比表头${side}，已按列对齐，文字未改`);
    return { line: row.line, cells };
  }
  if (byCategory) {
    const message = `“${cell.text}”不在“一级指标”这一列，移回后仍有单元格落在表头之外；请按表头对齐这一行`;
    notices.report(cell, 'table/misplaced-row', message);
  }
  return row;
}

/** Words of the form for 二级指标, which no office gives an indicator. */
const SUBCATEGORY = /^(?:数量|质量|时效|(?:经济|社会|生态环境)(?:成本|效益)|可持续影响)指标$/;

/** A name that is 数量指标, behind a subcategory that no form has: two cells are swapped, or one is too many. */
function reportSwapped(row: LabelledRow, { sides }: Columns, { form, notices }: Context): void {
  for (const { at } of sides) {
    const [subcategory, name] = [cellAt(row, at.subcategory), cellAt(row, at.name)];
    if (!name || !subcategory || !SUBCATEGORY.test(name.key) || form.subcategories.has(subcategory.key))
      continue;
    const message = `“${name.text}”不在“二级指标”这一列，那里是“${subcategory.text}”；请按表头对齐这一行`;
    notices.report(name, 'table/misplaced-row', message);
  }
}

function isCategory({ key }: LabelledCell): boolean {
  return CATEGORY_WORDS.some(({ word }) => key.startsWith(word));
}

/** Older forms list 成本指标 among the subcategories: in that column, and before a name that is no subcategory, it is one. */
function isCostInPlace(row: LabelledRow, columns: Columns, form: Form): boolean {
  const [{ at }] = columns.sides;
  const cell = cellAt(row, at.subcategory);
  const name = cellAt(row, at.name);
  if (!cell || !name || columns.category === undefined || cellAt(row, columns.category)) return false;
  return form.subcategories.has(cell.key) && !form.subcategories.has(name.key);
}

/**
 * An indicator may have the name of a subcategory: 服务对象满意度 ≥90%. Its row is in place if its target is a quantity, which is no
 * name, or the last cell. Behind the target of a name without 指标 may be more, but no quantity with a comparator.
 */
function isNamedSo(row: LabelledRow, { sides: [{ at }] }: Columns, form: Form): boolean {
  const name = cellAt(row, at.name);
  const target = cellAt(row, at.annualTarget) ?? cellAt(row, at.periodTarget);
  if (!name || !target || !form.subcategories.has(name.key)) return false;
  const next = row.cells.slice(row.cells.indexOf(target) + 1).find(({ text }) => text !== '');
  if (parseTarget(target.text).value !== null || !next) return true;
  return !name.key.endsWith('指标') && parseTarget(next.text).comparator === null;
}

const COUNTS = ['', '一', '两', '三', '四'];

/** How far a row has to move right for the cell that matches to be in its column. Undefined: no cell matches. */
function findShift(
  row: LabelledRow,
  home: number | undefined,
  words: ReadonlySet<string>,
): { cell: LabelledCell; by: number } | undefined {
  if (home === undefined) return undefined;
  const isWord = (cell: LabelledCell | undefined) =>
    cell !== undefined && cell.text !== '' && words.has(cell.key);
  const index = isWord(row.cells[home]) ? home : row.cells.findIndex(isWord);
  const cell = row.cells[index];
  return cell && { cell, by: home - index };
}

/** The cells moved right by `by` columns (left if negative). Undefined: a filled cell would be lost. */
function moveCells({ line, cells }: LabelledRow, by: number): LabelledCell[] | undefined {
  const blank = new LabelledCell('', { line, column: 1 });
  const lost = by > 0 ? cells.slice(cells.length - by) : cells.slice(0, -by);
  if (lost.some((cell) => cell.text !== '')) return undefined;
  return cells.map((_, index) => cells[index - by] ?? blank);
}
