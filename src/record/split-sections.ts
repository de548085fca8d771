import { filledCells, type Cell, type Row } from '../table/grid.ts';
import type { Form } from './form.ts';
import { isFieldLabel } from './read-fields.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { readLabel } from './read-label.ts';

/** The parts of a target table. Blank rows are in none of them. */
export interface Sections {
  /** Rows of labels and values, above the indicators and below them. */
  fields: Row[];
  goals: Row[];
  /** The header of the indicator table; null: there is none. */
  header: Row | null;
  indicators: Row[];
}

/** Tells a table's rows apart: fields, then goals, then indicators, each begun by a label of the form. */
export function splitSections(rows: readonly Row[], form: Form): Sections {
  const sections: Sections = { fields: [], goals: [], header: null, indicators: [] };
  let inGoals = false;
  for (const row of rows) {
    const [first] = filledCells(row);
    if (!first) continue;
    const { key } = readLabel(first.text);
    if (!sections.header && isIndicatorHeader(row, form)) {
      sections.header = row;
      inGoals = false;
    } else if (sections.header) {
      (isBelowIndicators(row, first, sections.header, form) ? sections.fields : sections.indicators).push(
        row,
      );
    } else if (form.goalSections.has(key) || form.goals.has(key)) {
      sections.goals.push(row);
      inGoals = true;
    } else if (inGoals && !isFieldLabel(first.text, form)) {
      sections.goals.push(row);
    } else {
      sections.fields.push(row);
      inGoals = false;
    }
  }
  return sections;
}

/** Whether a row under the indicators is a field of its own, such as 备注: one label at the left edge, one value at most. */
function isBelowIndicators(row: Row, first: Cell, header: Row, form: Form): boolean {
  const { key } = readLabel(first.text);
  if (form.head.has(key) && !form.categories.has(key)) return true;
  const home = header.cells.findIndex(
    (cell) => form.columns.get(readLabel(cell.text).key)?.name === 'category',
  );
  return filledCells(row).length <= 2 && row.cells.indexOf(first) < home && !form.categories.has(key);
}
