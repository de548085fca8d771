import { filledCells, type Cell, type Row } from '../table/grid.ts';
import type { Form, GoalName } from './form.ts';
import type { Field } from './read-fields.ts';
import { readLabel } from './read-label.ts';

/** The cells of each goal, in order; a goal may run over several rows. */
export interface GoalsReading {
  goals: Record<GoalName, Cell[]>;
  /** The label of each goal, where it has one. */
  labels: Partial<Record<GoalName, Cell>>;
  /** Cells under 总体绩效目标 that no goal's label stands over or before. */
  others: Field[];
}

/**
 * Reads the rows of 总体绩效目标: a goal's label, and its text below it or to its right.
 *
 *     总体绩效目标  实施周期总目标
 *                  按照军分区要求，…
 *                  2026年度目标
 *                  按照军分区要求，…
 */
export function readGoals(rows: readonly Row[], form: Form): GoalsReading {
  const reading: GoalsReading = { goals: { period: [], annual: [] }, labels: {}, others: [] };
  const labelled = new Map<number, GoalName>();
  let latest: GoalName | undefined;
  /** 总体绩效目标, or else the first goal's label. */
  const [section] = rows.flatMap((row) => filledCells(row));
  if (!section) return reading;
  let sawSection = false;
  for (const row of rows) {
    for (const cell of filledCells(row)) {
      const { key } = readLabel(cell.text);
      const goal = form.goals.get(key)?.name;
      const column = row.cells.indexOf(cell);
      if (!sawSection && form.goalSections.has(key)) {
        sawSection = true;
      } else if (goal) {
        labelled.set(column, goal);
        latest = goal;
        reading.labels[goal] ??= cell;
      } else {
        const name = labelled.get(column) ?? latest;
        if (name) reading.goals[name].push(cell);
        else reading.others.push({ label: section, value: cell });
      }
    }
  }
  return reading;
}
