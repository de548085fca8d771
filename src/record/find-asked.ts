import type { Asked } from './disclosure-schema.ts';
import { COLUMNS, FIELDS } from './fields.ts';
import type { Form } from './form.ts';
import type { LabelledRow } from './labelled-grid.ts';
import { readColumns } from './read-columns.ts';
import type { Field } from './read-fields.ts';
import type { GoalsReading } from './read-goals.ts';

/** The parts of a table that name what its form asks for. */
interface AskingParts {
  fields: readonly Field[];
  goals: GoalsReading;
  /** Of the indicators. Null: there is none. */
  header: LabelledRow | null;
  hasBudget: boolean;
}

export function findAsked({ fields, goals: reading, header, hasBudget }: AskingParts, form: Form): Asked {
  const names = new Set(fields.map(({ label }) => form.head.get(label.key)?.name));
  const { goals, labels, hasSection } = reading;
  // A goal without a label of its own is the year's.
  const isUnlabelled = hasSection && Object.keys(labels).length === 0;
  const hasGoal = (goal: 'period' | 'annual') =>
    labels[goal] !== undefined || goals[goal].length > 0 || (goal === 'annual' && isUnlabelled);
  const hasField = (field: (typeof FIELDS)[number]) => {
    if (field === 'periodGoal') return hasGoal('period');
    if (field === 'annualGoal') return hasGoal('annual');
    if (field === 'period') return names.has('period') || names.has('start') || names.has('end');
    if (field === 'budget') return hasBudget;
    return names.has(field);
  };
  const columns = header && readColumns(header, form);
  const headed = new Set(columns?.sides.flatMap(({ at }) => Object.keys(at)));
  return {
    fields: FIELDS.filter(hasField),
    columns: COLUMNS.filter((column) => headed.has(column)),
  };
}
