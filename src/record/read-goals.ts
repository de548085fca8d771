import { filledCells } from '../table/grid.ts';
import type { Context } from './context.ts';
import { FIELD_LABELS } from './fields.ts';
import type { GoalName } from './form.ts';
import type { LabelledCell, LabelledRow } from './labelled-grid.ts';
import type { Field } from './read-fields.ts';

/** The cells of each goal, in order; a goal may run over several rows. */
export interface GoalsReading {
  goals: Record<GoalName, LabelledCell[]>;
  /** The label of each goal, where it has one. */
  labels: Partial<Record<GoalName, LabelledCell>>;
  /** Cells under 总体绩效目标 without a goal's label above or before them. */
  others: Field[];
}

/** A reading without goals. */
export function noGoals(): GoalsReading {
  return { goals: { period: [], annual: [] }, labels: {}, others: [] };
}

const GOAL_LABELS = { period: FIELD_LABELS.periodGoal, annual: FIELD_LABELS.annualGoal };

/**
 * Reads the rows of 总体绩效目标: a goal's label, and its text below it or to its right.
 *
 *     总体绩效目标  实施周期总目标
 *                  按照军分区要求，…
 *                  2026年度目标
 *                  按照军分区要求，…
 */
export function readGoals(rows: readonly LabelledRow[], context: Context): GoalsReading {
  const { form } = context;
  const reading = noGoals();
  const labelled = new Map<number, GoalName>();
  let latest: GoalName | undefined;
  /** 总体绩效目标, or else the first goal's label. */
  const [section] = rows.flatMap((row) => filledCells(row));
  if (!section) return reading;
  let sawSection = false;
  for (const row of rows) {
    for (const cell of filledCells(row)) {
      const goal = form.goals.get(cell.key)?.name;
      const column = row.cells.indexOf(cell);
      if (!sawSection && form.goalSections.has(cell.key)) {
        sawSection = true;
        context.useAsLabel(cell);
      } else if (goal) {
        labelled.set(column, goal);
        latest = goal;
        reading.labels[goal] ??= cell;
        context.useAsLabel(cell);
      } else {
        const name = labelled.get(column) ?? latest;
        if (name) reading.goals[name].push(cell);
        else reading.others.push({ label: section, value: cell });
        context.useAsValue(cell, name ? GOAL_LABELS[name] : '其他');
      }
    }
  }
  return reading;
}
