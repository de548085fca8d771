import { fillDown } from '../table/fill-down.ts';
import type { Form } from './form.ts';
import { isOfCategory } from './is-of-category.ts';
import { LabelledCell, type LabelledRow } from './labelled-grid.ts';

/** The category and the subcategory of each row. Undefined: none is written. */
export type Filled = [category: LabelledCell | undefined, subcategory: LabelledCell | undefined];

/**
 * Fills the merged cells of 一级指标 and 二级指标 down.
 *
 * - A word that a page cuts in two (效益指, 标) is one.
 * - A category can be in any row of its merged cell. The one above is not that of a subcategory that can't be of it; then it is
 *   the next one below, or none.
 */
export function fillCategories(
  rows: readonly LabelledRow[],
  category: number,
  subcategory: number,
  form: Form,
): Filled[] {
  const joined = joinCut(joinCut(rows, category, form.categories), subcategory, form.subcategories);
  const filled = fillDown(withoutRepeats(joined, category), [category, subcategory]) as Filled[];
  /** Whether the category above is written beside a subcategory that can't be of it: then the office groups in its own way. */
  let isOwn = false;
  let above: Filled = [undefined, undefined];
  const below = nextCells(joined, category);
  return filled.map(([main, sub], index): Filled => {
    const isWritten = textIn(joined[index], category) !== '';
    if (isWritten) isOwn = sub !== undefined && main !== undefined && !isOfCategory(sub.key, main.key);
    if (isWritten || !sub || isOwn || (main && isOfCategory(sub.key, main.key))) above = [main, sub];
    // The rows of one merged subcategory are of one category.
    else if (sub === above[1]) return above;
    else {
      const next = below[index];
      above = [next && isOfCategory(sub.key, next.key) ? next : undefined, sub];
    }
    return above;
  });
}

/** For each row the first filled cell of a column in it or below it. */
function nextCells(rows: readonly LabelledRow[], column: number): (LabelledCell | undefined)[] {
  let next: LabelledCell | undefined;
  return rows
    .toReversed()
    .map(({ cells }) => {
      const cell = cells[column];
      if (cell && cell.text !== '') next = cell;
      return next;
    })
    .reverse();
}

function textIn(row: LabelledRow | undefined, column: number): string {
  return row?.cells[column]?.text ?? '';
}

/** A category said again on every row leaves the merged cell right of it merged. */
function withoutRepeats(rows: readonly LabelledRow[], column: number): LabelledRow[] {
  let above = '';
  return rows.map((row) => {
    const cell = row.cells[column];
    if (!cell || cell.text === '') return row;
    const isRepeat = cell.text === above;
    above = cell.text;
    return isRepeat ? { line: row.line, cells: row.cells.with(column, new LabelledCell('', cell)) } : row;
  });
}

/** Joins two cells of a column that follow each other, if together they are a word of the form and neither is one alone. */
function joinCut(rows: readonly LabelledRow[], column: number, words: ReadonlySet<string>): LabelledRow[] {
  const result = [...rows];
  let above: number | undefined;
  for (const [index, row] of rows.entries()) {
    const cell = row.cells[column];
    if (!cell || cell.text === '') continue;
    const head = above === undefined ? undefined : result[above];
    const before = head?.cells[column];
    if (head && before && above !== undefined) {
      const whole = new LabelledCell(before.text + cell.text, before);
      if (words.has(whole.key) && !words.has(before.key) && !words.has(cell.key)) {
        result[above] = { line: head.line, cells: head.cells.with(column, whole) };
        result[index] = { line: row.line, cells: row.cells.with(column, new LabelledCell('', cell)) };
        continue;
      }
    }
    above = index;
  }
  return result;
}
