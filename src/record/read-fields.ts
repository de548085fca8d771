/**
 * In: the rows above the indicator table.
 * Out: their labels with their values. What they mean is for the reader of each field.
 */
import { filledCells } from '../table/grid.ts';
import type { Form, HeadName } from './form.ts';
import { LabelledCell, type LabelledRow } from './labelled-grid.ts';

/** One label and the cell that belongs to it. */
export interface Field {
  label: LabelledCell;
  /** Null: no value is next to the label. */
  value: LabelledCell | null;
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
  for (const [index, cell] of cells.entries()) {
    if (isValue) {
      isValue = false;
      continue;
    }
    const next = cells[index + 1];
    const inOne = splitField(cell, form);
    const isPair = !inOne && next !== undefined && !isNextLabel(cell, next, cells.length, form);
    fields.push(inOne ?? { label: cell, value: isPair ? next : null });
    isValue = isPair;
  }
  return fields;
}

/** Whether the form has this label as that of a field. */
export function isFieldLabel({ key }: LabelledCell, form: Form): boolean {
  return form.head.has(key);
}

/** Labels that are never the value of another label, even where a row has two cells. */
const NEVER_VALUES: ReadonlySet<HeadName> = new Set(['budget', 'funding', 'start', 'end']);

/** In a row of two cells the second is the first one's value, whatever its text; but an amount's label belongs to a group. */
function isNextLabel(label: LabelledCell, next: LabelledCell, count: number, form: Form): boolean {
  const meaning = form.head.get(next.key);
  if (!meaning) return splitField(next, form) !== null;
  return count > 2 || (NEVER_VALUES.has(meaning.name) && isFieldLabel(label, form));
}

/** `主管部门：青溪县水务局` in one cell. Null: it is not a label of the form, a colon and a value. */
export function splitField(cell: LabelledCell, form: Form): Field | null {
  const colon = cell.text.search(/[:：]/);
  if (colon < 2 || colon > 24) return null;
  const field = cutAt(cell, colon);
  return field.value.text !== '' && isFieldLabel(field.label, form) ? field : null;
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
