/**
 * In: the rows above the indicator table.
 * Out: their labels with their values; what they mean is for the reader of each field.
 */
import { filledCells, type Cell, type Row } from '../table/grid.ts';
import { normalizeLabel, type Form } from './form.ts';

/** One label and the cell that belongs to it. */
export interface Field {
  label: Cell;
  /** Null: nothing is written beside the label. */
  value: Cell | null;
}

/**
 * Reads a row of labels and values: `项目名称 民兵事业费`, or several pairs side by side.
 *
 * Which column a value stands in does not matter: where the form merges columns, spreadsheets paste one tab or two.
 * A cell with nothing after it, or with a label of the form after it, is a label without value.
 */
export function readFields(row: Row, form: Form): Field[] {
  const cells = filledCells(row);
  const fields: Field[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const label = cells[index];
    const next = cells[index + 1];
    if (!label) break;
    const isPair = next !== undefined && (cells.length === 2 || !isFieldLabel(next.text, form));
    fields.push({ label, value: isPair ? next : null });
    if (isPair) index += 1;
  }
  return fields;
}

/** Whether the form knows this text as the label of a field. */
export function isFieldLabel(text: string, form: Form): boolean {
  const label = normalizeLabel(text);
  const { row, start, end } = form.period;
  return [...Object.values(form.fields), form.budget, row, start, end].some((pattern) => pattern.test(label));
}
