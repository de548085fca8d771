import { filledCells } from '../table/grid.ts';
import type { Context } from './context.ts';
import { FIELD_LABELS } from './fields.ts';
import type { Form, GoalName } from './form.ts';
import type { LabelledCell, LabelledRow } from './labelled-grid.ts';
import { cutAt, type Field } from './read-fields.ts';
import { reportRepeated } from './report-repeated.ts';

/** The cells of each goal, in order; a goal may run over several rows. */
export interface GoalsReading {
  goals: Record<GoalName, LabelledCell[]>;
  /** The label of each goal, where it has one. */
  labels: Partial<Record<GoalName, LabelledCell>>;
  /** Cells under another label, such as 年度总体目标完成情况. */
  others: Field[];
  /** Whether there is a label of goals in general, such as 总体目标. */
  hasSection: boolean;
}

/** A reading without goals. */
export function noGoals(): GoalsReading {
  return { goals: { period: [], annual: [] }, labels: {}, others: [], hasSection: false };
}

const GOAL_LABELS = { period: FIELD_LABELS.periodGoal, annual: FIELD_LABELS.annualGoal };
/** A label among goals that is none of them: 年度总体目标完成情况, 偏差原因说明. 为防汛决策提供依据 is a goal. */
const OTHER_LABEL =
  /^(?:年度|全年|当年|本年|实施期|周期|中期|总体|项目|绩效|目标|指标|预期|预计|实际|设定|设置|编制|测算|立项|申报|完成|未|偏差|情况|原因|分析|及|和|与|的|其他|填报)*(?:完成情况|完成值|偏差|自评|说明|依据)$/;

/** What a column of the goals holds: a goal, or the cells of another label. */
type Owner = GoalName | LabelledCell;

/**
 * Reads the rows of 总体绩效目标: a goal's label, and its text below it, to its right or behind its colon. A text without a
 * goal's label is the year's: the table is one of a year's budget.
 *
 *     总体绩效目标  实施周期总目标                      总体目标  按照军分区要求，…
 *                  按照军分区要求，…
 *                  2026年度目标
 *                  按照军分区要求，…
 */
export function readGoals(rows: readonly LabelledRow[], context: Context): GoalsReading {
  const { form } = context;
  const reading = noGoals();
  const owners = new Map<number, Owner>();
  const otherLabels: LabelledCell[] = [];
  const seen = new Map<string, LabelledCell>();
  let latest: Owner = 'annual';
  for (const row of rows) {
    for (const cell of filledCells(row)) {
      const column = row.cells.indexOf(cell);
      const inOne = splitGoal(cell, form);
      const goal = inOne?.goal ?? form.goals.get(cell.key)?.name;
      const label = inOne?.label ?? cell;
      if (goal || form.goalSections.has(cell.key)) {
        const first = seen.get(label.key);
        if (first && first.line !== cell.line) reportRepeated(label, first, context.notices.report);
        seen.set(label.key, label);
      }
      if (!reading.hasSection && !goal && form.goalSections.has(cell.key)) {
        reading.hasSection = true;
        context.useAsLabel(cell);
      } else if (goal) {
        owners.set(column, goal);
        latest = goal;
        reading.labels[goal] ??= label;
        context.useAsLabel(cell);
        if (inOne) addTo(reading, goal, inOne.value, context);
      } else if (OTHER_LABEL.test(cell.key) && isHeading(row, form)) {
        owners.set(column, cell);
        otherLabels.push(cell);
        context.useAsLabel(cell);
      } else {
        // 主管部门 is no goal: the goal's label is in a row of another field.
        if (form.head.has(cell.key)) {
          const message = `“${cell.text}”在目标的栏目后面，不知道是栏目还是目标；请另起一行`;
          context.notices.report(cell, 'table/misplaced-row', message);
        }
        addTo(reading, owners.get(column) ?? latest, cell, context);
      }
    }
  }
  for (const label of otherLabels)
    if (!reading.others.some((other) => other.label === label)) reading.others.push({ label, value: null });
  return reading;
}

/** The texts of a goal's cells: a line each, but 目标1： and its text in one. Null: there are none. */
export function joinGoal(cells: readonly LabelledCell[]): string | null {
  if (cells.length === 0) return null;
  return cells.reduce((text, cell, index) => {
    const before = cells[index - 1];
    if (!before) return cell.text;
    const isOneLine = before.line === cell.line && /[:：]$/.test(before.text);
    return `${text}${isOneLine ? '' : '\n'}${cell.text}`;
  }, '');
}

function addTo(reading: GoalsReading, owner: Owner, cell: LabelledCell, context: Context): void {
  if (typeof owner === 'string') {
    reading.goals[owner].push(cell);
    context.useAsValue(cell, GOAL_LABELS[owner]);
  } else {
    reading.others.push({ label: owner, value: cell });
    context.useAsValue(cell, owner.text);
  }
}

/** `年度目标：完成年度任务。` in one cell. */
export function splitGoal(cell: LabelledCell, form: Form) {
  const colon = cell.text.search(/[:：]/);
  if (colon < 2 || colon > 24) return null;
  const { label, value } = cutAt(cell, colon);
  const goal = form.goals.get(label.key)?.name;
  return goal && value.text !== '' ? { goal, label, value } : null;
}

/** A row of labels: one of a goal is in it. */
function isHeading(row: LabelledRow, form: Form): boolean {
  return filledCells(row).some(({ key }) => form.goals.has(key));
}
