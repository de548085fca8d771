/**
 * In: the rows above the indicator table.
 * Out: their labels with their values; what they mean is for the reader of each field.
 */
import { filledCells, type Cell, type Row } from '../table/grid.ts';
import type { Form, HeadName } from './form.ts';
import { readLabel } from './read-label.ts';

/** One label and the cell that belongs to it. */
export interface Field {
  label: Cell;
  /** Null: nothing is written beside the label. */
  value: Cell | null;
}

/**
 * Reads a row of labels and values: `项目名称 民兵事业费`, or several pairs side by side, or both in one cell: `主管部门：水务局`.
 *
 * Which column a value stands in does not matter: where the form merges columns, spreadsheets paste one tab or two.
 * A cell with nothing after it, or with a label of the form after it, is a label without value.
 */
export function readFields(row: Row, form: Form): Field[] {
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

/** Whether the form knows this text as the label of a field. */
export function isFieldLabel(text: string, form: Form): boolean {
  return form.head.has(readLabel(text).key);
}

/** Labels that are never the value of another label, even where a row has two cells. */
const NEVER_VALUES: ReadonlySet<HeadName> = new Set(['budget', 'funding', 'start', 'end']);

/** In a row of two cells the second is the first one's value, whatever it says; but a sum's label belongs to a group. */
function isNextLabel(label: Cell, next: Cell, count: number, form: Form): boolean {
  const meaning = form.head.get(readLabel(next.text).key);
  if (!meaning) return splitField(next, form) !== null;
  return count > 2 || (NEVER_VALUES.has(meaning.name) && isFieldLabel(label.text, form));
}

/** `主管部门：青溪县水务局` in one cell. Null: it is not a label that the form knows, with a colon and a value behind it. */
export function splitField(cell: Cell, form: Form): Field | null {
  const colon = cell.text.search(/[:：]/);
  if (colon < 2 || colon > 24) return null;
  const field = cutAt(cell, colon);
  return field.value.text !== '' && isFieldLabel(field.label.text, form) ? field : null;
}

/** A cell cut at its colon: the label before it and the value behind it, each where its text begins. */
export function cutAt(cell: Cell, colon: number): { label: Cell; value: Cell } {
  const value = cell.text.slice(colon + 1);
  const indent = colon + 1 + value.length - value.trimStart().length;
  return {
    label: { ...cell, text: cell.text.slice(0, colon).trim() },
    value: { text: value.trim(), line: cell.line, column: cell.column + indent },
  };
}
