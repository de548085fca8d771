import { filledCells } from '../table/grid.ts';
import type { Form } from './form.ts';
import type { LabelledCell, LabelledRow } from './labelled-grid.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { isFieldLabel } from './read-fields.ts';

/** The parts of a target table. Blank rows are in none of them. */
export interface Sections {
  /** Rows of labels and values, above the indicators and below them. */
  fields: LabelledRow[];
  goals: LabelledRow[];
  /** The header of the indicator table; null: there is none. */
  header: LabelledRow | null;
  indicators: LabelledRow[];
}

/** Sorts a table's rows: fields, then goals, then indicators, each begun by a label of the form. */
export function splitSections(rows: readonly LabelledRow[], form: Form): Sections {
  const sections: Sections = { fields: [], goals: [], header: null, indicators: [] };
  let inGoals = false;
  for (const row of rows) {
    const [first] = filledCells(row);
    if (!first) continue;
    if (sections.header) {
      const isBelow = isBelowIndicators(row, first, sections.header, form);
      sections[isBelow ? 'fields' : 'indicators'].push(row);
    } else if (isIndicatorHeader(row, form)) {
      sections.header = row;
    } else {
      const beginsGoals = form.goalSections.has(first.key) || form.goals.has(first.key);
      inGoals = beginsGoals || (inGoals && !isFieldLabel(first, form));
      sections[inGoals ? 'goals' : 'fields'].push(row);
    }
  }
  return sections;
}

/** Whether a row under the indicators is a field, such as 备注: one label at the left edge, one value at most. */
function isBelowIndicators(row: LabelledRow, first: LabelledCell, header: LabelledRow, form: Form): boolean {
  if (form.categories.has(first.key)) return false;
  if (form.head.has(first.key)) return true;
  const home = header.cells.findIndex(({ key }) => form.columns.get(key)?.name === 'category');
  return filledCells(row).length <= 2 && row.cells.indexOf(first) < home;
}
