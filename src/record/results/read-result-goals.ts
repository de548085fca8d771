import { filledCells } from '../../table/grid.ts';
import { resultForm, type GoalSide } from '../forms/result-form.ts';
import type { Field } from '../read-fields.ts';
import { joinGoal } from '../read-goals.ts';
import type { LabelledCell, LabelledRow } from '../labelled-grid.ts';
import { must } from '../must.ts';
import type { ParsedResult } from '../result-schema.ts';
import { isWord } from './is-word.ts';
import { isGoalLabel } from './split-result.ts';
import type { ResultScope } from './result-scope.ts';

export interface ResultGoals {
  goals: ParsedResult['goals'];
  /** Cells under another label. */
  others: Field[];
  lines: Record<'expectedGoal' | 'actualGoal', number | null>;
}

/** What a column of the goals holds: a side, or the texts of another label. */
type Owner = GoalSide | LabelledCell;

const FIELDS: Record<GoalSide, string> = { expected: '预期目标', actual: '实际完成情况' };

/**
 * Reads the rows of 年度总体目标: what was promised and what came of it, under their labels or right of them.
 *
 *     年度总体目标  预期目标   实际完成情况        年度总体目标  更换水表…
 *                  更换水表…  已更换水表…         实际完成情况  已更换水表…
 */
export function readResultGoals(rows: readonly LabelledRow[], scope: ResultScope): ResultGoals {
  const { context } = scope;
  const texts: Record<GoalSide, LabelledCell[]> = { expected: [], actual: [] };
  const others: Field[] = [];
  const add = (owner: Owner, cell: LabelledCell) => {
    context.useAsValue(cell, typeof owner === 'string' ? FIELDS[owner] : owner.text);
    if (typeof owner === 'string') texts[owner].push(cell);
    else others.push({ label: owner, value: cell });
  };
  let owners = new Map<number | undefined, Owner>();
  let alone: Owner = 'expected';
  for (const row of rows) {
    const cells = filledCells(row);
    const columns = new Map(row.cells.map((cell, column) => [cell, column]));
    const labels = new Set(cells.filter(isGoalLabel));
    for (const label of labels) context.useAsLabel(label);
    const headings = headingsIn(cells);
    if (headings.length > 0) {
      for (const cell of cells.filter(isWord)) context.useAsLabel(cell);
      owners = new Map(headings.map((cell) => [columns.get(cell), ownerOf(cell)]));
      continue;
    }
    const free: LabelledCell[] = [];
    for (const [index, cell] of cells.entries()) {
      if (labels.has(cell)) continue;
      const before = cells[index - 1];
      const column = owners.get(columns.get(cell));
      if (before && labels.has(before)) {
        alone = sideOf(before) ?? 'expected';
        add(column ?? alone, cell);
      } else if (column) add(column, cell);
      else free.push(cell);
    }
    // As many texts as columns, next to them: in their order. Without columns a text goes on with the one above.
    const inOrder = [...owners.values()];
    if (free.length === inOrder.length && free.length === cells.length - labels.size)
      for (const [index, cell] of free.entries()) add(must(inOrder[index]), cell);
    else if (owners.size === 0) for (const cell of free) add(alone, cell);
  }
  return {
    goals: { expected: joinGoal(texts.expected), actual: joinGoal(texts.actual) },
    others,
    lines: {
      expectedGoal: texts.expected[0]?.line ?? null,
      actualGoal: texts.actual[0]?.line ?? null,
    },
  };
}

/** A label of goals in general is that of what was promised. */
function ownerOf(label: LabelledCell): Owner {
  return sideOf(label) ?? (isGoalLabel(label) ? 'expected' : label);
}

/** Null: the cell is the label of no side, or of goals in general. */
function sideOf({ key }: LabelledCell): GoalSide | null {
  return resultForm.goalSides.get(key)?.name ?? null;
}

/**
 * A goal's label, 实际完成情况 right behind it with no text between them, and what is behind that: their texts are below. Empty: the
 * row has texts.
 */
function headingsIn(cells: readonly LabelledCell[]): LabelledCell[] {
  const actual = cells.findLastIndex((cell) => sideOf(cell) === 'actual');
  const [before, ...headings] = cells.slice(Math.max(actual - 1, 0));
  const isReason = ({ key }: LabelledCell) => resultForm.resultColumns.get(key)?.name === 'reason';
  const isHeading = before && isGoalLabel(before) && sideOf(before) !== 'actual';
  return actual > 0 && isHeading && headings.slice(1).every(isReason) ? [before, ...headings] : [];
}
