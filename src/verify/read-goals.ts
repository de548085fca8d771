/**
 * In: the rows of a project.
 * Out: those that hold goals, and the cells of each goal.
 */
import { toPair, type Cell, type Pair } from './cell-pairs.ts';
import { isHeader } from './compare-indicators.ts';
import type { SourceRow } from './source-tables.ts';
import { means, type Words } from './words.ts';

/** The meanings of labels that end a goal. */
const LABELS = 'name type level department spendingUnit budget funding group other period start end'.split(
  ' ',
);
const GOALS = ['goals', 'periodGoal', 'annualGoal'];
/** From a row that begins with a goal's label to one that begins with another label, above the indicators. */
export function rowsOfGoals(
  rows: readonly SourceRow[],
  header: SourceRow | undefined,
  words: Words,
): SourceRow[] {
  let isInside = false;
  return rows.filter((row) => {
    const first = row.cells.find((cell) => cell !== '');
    if (first === undefined || (header && row.line > header.line)) return false;
    isInside = means(words, first, ...GOALS) || (isInside && !means(words, first, ...LABELS));
    return isInside && !isHeader(row, words);
  });
}

/** The texts of each goal: of the goal over its column, else of the goal that was named last, else of the section. */
export function readGoals(rows: readonly Cell[][], words: Words) {
  const goals = { period: [] as Cell[], annual: [] as Cell[], others: [] as Pair[], labels: [] as Cell[] };
  const byColumn = new Map<number, 'period' | 'annual'>();
  const [section] = rows.flat();
  let latest: 'period' | 'annual' | undefined;
  let sawSection = false;
  for (const cell of rows.flat()) {
    const goal = (['period', 'annual'] as const).find((name) => means(words, cell.text, `${name}Goal`));
    if (!sawSection && means(words, cell.text, 'goals')) sawSection = true;
    else if (goal) {
      byColumn.set(cell.column, goal);
      latest = goal;
      goals.labels.push(cell);
    } else {
      const name = byColumn.get(cell.column) ?? latest;
      if (name) goals[name].push(cell);
      else if (section) goals.others.push(toPair(section.text, cell.text, [], [cell]));
    }
  }
  return goals;
}
