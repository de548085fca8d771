/**
 * In: the rows above the indicator table.
 * Out: their labels with their values. What they mean is for the reader of each field.
 */
import { cellAt, filledCells } from '../table/grid.ts';
import { withoutZeroWidth } from '../table/without-zero-width.ts';
import type { Form, HeadName } from './form.ts';
import { TEXT_FIELDS } from './fields.ts';
import { LabelledCell, type LabelledRow } from './labelled-grid.ts';
import { parseAmount } from './parse-amount.ts';

/** One label and the cell that belongs to it. */
export interface Field {
  label: LabelledCell;
  /** Null: no value is next to the label. */
  value: LabelledCell | null;
  /** Column of the label in the table, from 0. Undefined: it is above the table. */
  index?: number;
  /** Whether it is in a line above the table, for all of its projects. */
  isCaption?: true;
  /** Whether it is below the header of the indicators. */
  isBelow?: boolean;
  /** Whether it is the label of a group of sums, which stand right of it and below them: 项目资金（万元）. */
  isGroup?: boolean;
}

/**
 * Reads a row of labels and values: `项目名称 民兵事业费`, or several pairs side by side, or both in one cell: `主管部门：水务局`.
 *
 * The column of a value doesn't matter: where the form merges columns, spreadsheets paste one tab or two. A cell with nothing
 * after it, or with a label of the form after it, is a label without value.
 */
export function readFields(row: LabelledRow, form: Form): Field[] {
  const cells = filledCells(row);
  const fields: Field[] = [];
  let isValue = false;
  for (const [position, cell] of cells.entries()) {
    if (isValue) {
      isValue = false;
      continue;
    }
    const index = row.cells.indexOf(cell);
    const next = cells[position + 1];
    const inOne = splitField(cell, form);
    const isGroup = !inOne && isGroupLabel(cell, next, cells[position + 2], form);
    const isPair =
      !inOne &&
      !isAboveYears(cell, cells.slice(position + 1), form) &&
      !isGroup &&
      next !== undefined &&
      !isNextLabel(cell, next, cells.length, form);
    if (inOne) fields.push({ ...inOne, index });
    else fields.push({ label: cell, value: isPair ? next : null, index, ...(isGroup && { isGroup }) });
    isValue = isPair;
  }
  return fields;
}

/** The fields of rows. Where a row is a header, with figures alone in the row below it, each label has the figure of its column. */
export function readFieldRows(rows: readonly LabelledRow[], form: Form): Field[] {
  return rows.flatMap((row, place) => {
    const [above, below] = [rows[place - 1], rows[place + 1]];
    if (above && isAboveFigures(above, row, form)) return [];
    if (!below || !isAboveFigures(row, below, form)) return readFields(row, form);
    return filledCells(row).map((label, position): Field => {
      const index = row.cells.indexOf(label);
      const value = cellAt(below, index) ?? null;
      return { label, value, index, ...(!value && position === 0 && { isGroup: true }) };
    });
  });
}

/**
 * Whether a row has two figures or more and nothing else, each under a label; only the first label can be without one. Of two
 * labels that no form has, the second could be the value of the first.
 */
function isAboveFigures(labels: LabelledRow, figures: LabelledRow, form: Form): boolean {
  const cells = filledCells(figures);
  const count = filledCells(labels).length;
  if (count < 3 && !filledCells(labels).every((label) => isFieldLabel(label, form))) return false;
  const columns = cells.map((cell) => figures.cells.indexOf(cell));
  const [first, ...others] = filledCells(labels).map((label) => labels.cells.indexOf(label));
  return (
    cells.length > 1 &&
    cells.every(({ text }) => parseAmount(text)) &&
    filledCells(labels).every(({ text }) => !parseAmount(text)) &&
    others.every((column) => columns.includes(column)) &&
    columns.every((column) => column === first || others.includes(column))
  );
}

/** Whether the form has this label as that of a field. */
export function isFieldLabel({ key }: LabelledCell, form: Form): boolean {
  return form.head.has(key);
}

/** Meanings of labels whose values are sums. */
const SUMS: ReadonlySet<HeadName> = new Set(['budget', 'total', 'funding']);
/** Labels that are never the value of another label, even where a row has two cells. */
const NEVER_VALUES: ReadonlySet<HeadName> = new Set([...SUMS, 'start', 'end']);
/** Labels whose value may be any words: a project can have the name of a label. */
const FREE = /^(?:备注|其他|其他说明|说明)$/;

/** A sum's label that says neither whose nor of which year the sum is. */
export const BARE_TOTAL = /^(?:合计|总计|小计|共计|总额|总数)$/;

/**
 * `项目资金（万元）` before the label of a sum: a label with a unit or of the form, then another label, then a figure. Its sum can be
 * blank where the other label is that of a sum, such as 合计.
 */
function isGroupLabel(
  { key, label }: LabelledCell,
  next: LabelledCell | undefined,
  third: LabelledCell | undefined,
  form: Form,
): boolean {
  if (!next || parseAmount(next.text)) return false;
  const name = form.head.get(key)?.name;
  const isSum = isSumLabel(next, form) || BARE_TOTAL.test(next.key);
  if (name !== undefined && name !== 'group' && !SUMS.has(name)) return false;
  if (name === undefined && label.unit === null) return false;
  if (isSum) return true;
  const isWord = label.unit !== null || !/\d/.test(next.text);
  return third !== undefined && parseAmount(third.text) !== null && isWord;
}

/** `年度预算（万元）  2024  2025`: a header of years, and no sum. */
function isAboveYears(label: LabelledCell, others: readonly LabelledCell[], form: Form): boolean {
  const years = others.filter(({ text }) => /^(?:19|20)\d{2}年?度?$/.test(text.replaceAll(/\s/g, '')));
  return isSumLabel(label, form) && years.length > 1;
}

function isSumLabel({ key }: LabelledCell, form: Form): boolean {
  const name = form.head.get(key)?.name;
  return name !== undefined && SUMS.has(name);
}

/**
 * Whether the cell behind a label is a label, too. In a row of two cells the second is a value, whatever its text, where the
 * first may have any words for its value; of two blank fields neither is the value of the other.
 */
function isNextLabel(label: LabelledCell, next: LabelledCell, count: number, form: Form): boolean {
  const meaning = form.head.get(next.key);
  if (!meaning) return splitField(next, form) !== null;
  const own = form.head.get(label.key)?.name;
  if (count > 2) return true;
  // 项目类型 can be 专项资金.
  if (meaning.name === 'group' && TEXT_FIELDS.some((field) => field === own)) return false;
  if (own === undefined || own === 'name' || FREE.test(label.key))
    return own !== undefined && NEVER_VALUES.has(meaning.name);
  return true;
}

/** `主管部门：青溪县水务局` in one cell. Null: it is not a label of the form, a colon and a value. */
export function splitField(cell: LabelledCell, form: Form): Field | null {
  const colon = cell.text.search(/[:：]/);
  if (colon < 2 || colon > 24) return null;
  const field = cutAt(cell, colon);
  // 年度资金总额：（万元） is a label with its unit.
  if (/^[(（][^()（）]*[)）]$/.test(field.value.text)) return null;
  return withoutZeroWidth(field.value.text) !== '' && isFieldLabel(field.label, form) ? field : null;
}

/** A cell cut at its colon: the label before it and the value behind it, each with its position. */
export function cutAt(cell: LabelledCell, colon: number): { label: LabelledCell; value: LabelledCell } {
  const value = cell.text.slice(colon + 1);
  const indent = colon + 1 + value.length - value.trimStart().length;
  return {
    label: new LabelledCell(cell.text.slice(0, colon).trim(), cell),
    value: new LabelledCell(value.trim(), { line: cell.line, column: cell.column + indent }),
  };
}
