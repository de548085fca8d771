/**
 * In: the rows of a table of results that hold neither indicators nor funds.
 * Out: the texts of what was promised and of what came of it, whose cells are marked; cells under another label.
 */
import { isTitle } from './captions.ts';
import { toPair, type Cell, type Pair } from './cell-pairs.ts';
import { joinGoal } from './read-goals.ts';
import { means, type Words } from './words.ts';

type Side = 'expected' | 'actual';
/** The meanings of labels that end the goals. */
const LABELS =
  'name code type level department spendingUnit budget total funding group other period start end'.split(' ');
const GOALS = ['goals', 'periodGoal', 'annualGoal'];
/** A short word at the left edge is a label once the goals have a text. */
const WORD = /^(?!目标)[^\d，,。;；]{2,16}$/;

export function readResultGoals(
  rows: readonly (readonly Cell[])[],
  /** Lines of other parts, which end the goals. */
  ends: readonly number[],
  words: Words,
): Record<Side, string> & { others: Pair[] } {
  const texts: Record<Side, Cell[]> = { expected: [], actual: [] };
  const others: Pair[] = [];
  const isGoal = ({ text }: Cell) => means(words, text, ...GOALS);
  const sideOf = ({ text }: Cell): Side | undefined =>
    means(words, text, 'periodGoal') ? 'actual' : means(words, text, 'annualGoal') ? 'expected' : undefined;
  const add = (owner: Side | Cell, cell: Cell) => {
    if (typeof owner === 'string') {
      texts[owner].push(cell);
      cell.role = 'value';
    } else others.push(toPair(owner.text, cell.text, [owner], [cell]));
  };
  let owners = new Map<number, Side | Cell>();
  let alone: Side = 'expected';
  for (const row of goalRows(rows, ends, isGoal, sideOf, words)) {
    const headings = headingsIn(row, isGoal, sideOf, words);
    for (const cell of row) if (isGoal(cell)) cell.role = 'label';
    if (headings.length > 0) {
      for (const cell of headings) cell.role = 'label';
      owners = new Map(
        headings.map((cell) => [cell.column, sideOf(cell) ?? (isGoal(cell) ? 'expected' : cell)]),
      );
      continue;
    }
    const labels = row.filter(isGoal);
    const free: Cell[] = [];
    for (const [index, cell] of row.entries()) {
      const before = row[index - 1];
      const owner = owners.get(cell.column);
      if (labels.includes(cell)) continue;
      if (before && labels.includes(before)) {
        alone = sideOf(before) ?? 'expected';
        add(owner ?? alone, cell);
      } else if (owner) add(owner, cell);
      else free.push(cell);
    }
    const inOrder = [...owners.values()];
    if (free.length === inOrder.length && free.length === row.length - labels.length)
      for (const [index, cell] of free.entries()) add(inOrder[index] ?? alone, cell);
    else if (owners.size === 0) for (const cell of free) add(alone, cell);
  }
  return { expected: joinGoal(texts.expected), actual: joinGoal(texts.actual), others };
}

/** From a row that begins with a goal's label, or has both, to one that begins with another label. */
function goalRows(
  rows: readonly (readonly Cell[])[],
  ends: readonly number[],
  isGoal: (cell: Cell) => boolean,
  sideOf: (cell: Cell) => Side | undefined,
  words: Words,
): (readonly Cell[])[] {
  let edge: number | undefined;
  let hasText = false;
  let before = 0;
  return rows.filter((row) => {
    const [first] = row;
    if (!first) return false;
    const { line } = first;
    if (ends.some((end) => before < end && end < line)) [edge, hasText] = [undefined, false];
    before = line;
    const isBegun = isGoal(first) || new Set(row.flatMap((cell) => sideOf(cell) ?? [])).size > 1;
    const isEnded =
      means(words, first.text, ...LABELS) ||
      isTitle(first.text) ||
      isCut(first, words) ||
      (hasText && row.length > 1 && first.column <= (edge ?? 0) && WORD.test(first.text));
    if (isBegun) edge ??= first.column;
    else if (isEnded) [edge, hasText] = [undefined, false];
    if (edge === undefined) return false;
    hasText ||= row.some((cell) => !isGoal(cell));
    return true;
  });
}

/** `主管部门：水务局`, a label of the form with its value in one cell. */
function isCut({ text }: Cell, words: Words): boolean {
  const colon = text.search(/[:：]/);
  return colon > 0 && means(words, text.slice(0, colon), ...LABELS);
}

/** A goal's label, 实际完成情况 right behind it, and a column of reasons; their texts are in the rows below. */
function headingsIn(
  row: readonly Cell[],
  isGoal: (cell: Cell) => boolean,
  sideOf: (cell: Cell) => Side | undefined,
  words: Words,
): readonly Cell[] {
  const actual = row.findLastIndex((cell) => sideOf(cell) === 'actual');
  const headings = row.slice(Math.max(actual - 1, 0));
  const [before, , ...behind] = headings;
  const isHeading = before && isGoal(before) && sideOf(before) !== 'actual';
  return actual > 0 && isHeading && behind.every(({ text }) => means(words, text, 'result reason'))
    ? headings
    : [];
}
