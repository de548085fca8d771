/**
 * In: the rows of a project.
 * Out: those that hold goals, and the cells of each goal.
 */
import { isTitle } from './captions.ts';
import { toPair, type Cell, type Pair } from './cell-pairs.ts';
import { isHeader } from './header-rows.ts';
import type { SourceRow } from './source-tables.ts';
import { means, plainWord, type Words } from './words.ts';

/** The meanings of labels that end a goal. */
const LABELS =
  'name type level department spendingUnit budget total funding group other period start end'.split(' ');
const GOALS = ['goals', 'periodGoal', 'annualGoal'];
/** A text with a label of its own, in the column of labels: 主要政策任务：…. Goals can be numbered: 目标1：…. */
const OWN_LABEL = /^(?!目标)(?:注|备注|说明|[^\d,，。;；:：]{3,12})[:：]./;
/** A label among goals that is none of them. */
const OTHER =
  /^(?:年度|全年|当年|本年|实施期|周期|中期|总体|项目|绩效|目标|指标|预期|预计|实际|设定|设置|编制|测算|立项|申报|完成|未|偏差|情况|原因|分析|及|和|与|的|其他|填报)*(?:完成情况|完成值|偏差|自评|说明|依据)$/;

/** From a row that begins with a goal's label to one that begins with another label, above the indicators. */
export function rowsOfGoals(
  rows: readonly SourceRow[],
  header: SourceRow | undefined,
  words: Words,
): SourceRow[] {
  /** The column of the label that begins the goals; -1: alone in its row. */
  let column: number | undefined;
  return rows.filter((row) => {
    const place = row.cells.findIndex((cell) => cell !== '');
    const first = row.cells[place];
    if (first === undefined) return false;
    const filled = row.cells.filter((cell) => cell !== '');
    if (filled.every(isTitle)) return false;
    if (filled.every((cell) => means(words, cell, 'section') && !means(words, cell, 'goals'))) return false;
    const isGoal = means(words, first, ...GOALS) || cutLabel(first, words, 'periodGoal', 'annualGoal');
    if (header && row.line > header.line) return isGoal;
    if (isGoal) column = filled.length > 1 ? place : -1;
    else if (means(words, first, ...LABELS) || cutLabel(first, words, ...LABELS)) column = undefined;
    else if (column !== undefined && place <= column && OWN_LABEL.test(first)) column = undefined;
    return column !== undefined && !isHeader(row, words);
  });
}

/** The texts of each goal: of the goal over its column, else of the goal that was named last, else the year's. */
export function readGoals(rows: readonly Cell[][], words: Words) {
  const goals = { period: [] as Cell[], annual: [] as Cell[], others: [] as Pair[], labels: [] as Cell[] };
  const byColumn = new Map<number, 'period' | 'annual' | Cell>();
  let latest: 'period' | 'annual' = 'annual';
  let sawSection = false;
  for (const row of rows) {
    const goalOf = (text: string) =>
      (['period', 'annual'] as const).find((name) => means(words, text, `${name}Goal`));
    const isHeading = row.some(({ text }) => goalOf(text));
    for (const cell of row) {
      const cut = cutLabel(cell.text, words, 'periodGoal', 'annualGoal');
      const goal = goalOf(cut?.label ?? cell.text);
      const owner = byColumn.get(cell.column) ?? latest;
      if (!sawSection && !goal && means(words, cell.text, 'goals')) sawSection = true;
      else if (goal) {
        byColumn.set(cell.column, goal);
        latest = goal;
        goals.labels.push(cut ? { ...cell, text: cut.label } : cell);
        if (cut) goals[goal].push({ ...cell, text: cut.value });
      } else if (isHeading && OTHER.test(plainWord(cell.text))) {
        byColumn.set(cell.column, cell);
        goals.others.push(toPair(cell.text, '', [], [cell]));
      } else if (typeof owner === 'string') goals[owner].push(cell);
      else goals.others.push(toPair(owner.text, cell.text, [owner], [cell]));
    }
  }
  return goals;
}

/** A line for each cell, but `目标1：` and the text right of it are one line. */
export function joinGoal(cells: readonly Cell[]): string {
  return cells.reduce((text, cell, index) => {
    const before = cells[index - 1];
    const isOneLine = before?.line === cell.line && /[:：]$/.test(before.text);
    return before ? `${text}${isOneLine ? '' : '\n'}${cell.text}` : cell.text;
  }, '');
}

/** `年度目标：完成年度任务。` in one cell: a label of these meanings, and its value. */
function cutLabel(text: string, words: Words, ...meanings: string[]) {
  const colon = text.search(/[:：]/);
  if (colon < 2 || colon > 24) return undefined;
  const [label, value] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  const isNote = /^[(（][^()（）]*[)）]$/.test(value);
  return plainWord(value) !== '' && !isNote && means(words, label, ...meanings)
    ? { label, value }
    : undefined;
}
