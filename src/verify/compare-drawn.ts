/**
 * In: the tables that a page of a PDF draws, and the cells of a source that were read from it.
 * Out: each text of the tables that is not in its cell. A cell's `rest` becomes what the page does not have of it.
 */
import type { Box, DrawnPage } from './to-boxes.ts';

/** A cell of a source, or a line above a table. Texts are folded. */
export interface Cell {
  written: string;
  text: string;
  line: number;
  /** From 0. -1: it is a line above a table. */
  column: number;
  table: number;
  page: number;
  /** What no page had of it so far. */
  rest: string;
  /** Text outside tables that it can go on with: that of its page, where no line is below it. */
  outside: string;
}

interface Match {
  cell: Cell;
  box: Box;
}

/** Instead of a column, of a line above a table. */
export const ABOVE = -1;
/** Difference of two places in one row or column; least of two others: points. */
const [NEAR, APART] = [6, 2];
/** Boxes times cells of a page that are compared each with each; a page has some hundred. */
const MOST = 4_000_000;

/**
 * @param before Cells that can go on at the top of this page.
 * @param count Tables that the source has of the page.
 * @returns The cells that can go on below the table, or on the next page, in `open`.
 */
export function comparePage(
  { tables, outside }: DrawnPage,
  written: readonly Cell[],
  before: readonly Cell[],
  count: number,
): { losses: string[]; open: Cell[] } {
  const known = [...before, ...written].map(({ text }) => text).join('');
  const shares = tables.map((table) => shareOf(table, known));
  // A page can have other tables.
  const least = Math.min(0.5, shares.toSorted((a, b) => b - a)[count - 1] ?? 0);
  const all = tables.filter((_, index) => (shares[index] ?? 0) >= least).flat();
  const isExtra = (box: Box) =>
    all.filter(({ texts }) => texts[0] === box.texts[0]).length >
    written.filter((cell) => isWhole(cell, box)).length;
  const boxes = all.filter((box) => !(box.top === -Infinity && isExtra(box) && goesOn(before, box)));
  // A table's name is above it, or in its first row.
  const cells = written.filter((cell) => cell.column !== ABOVE || boxes.some((box) => isWhole(cell, box)));
  const matches = align(boxes, cells);
  for (const { cell, box } of matches) {
    cell.rest = cell.text.slice(fit(cell, box).length);
    if (box.bottom === Infinity) cell.outside = outside;
  }
  const rest = new Set(cells).difference(new Set(matches.map(({ cell }) => cell)));
  const losses = [...new Set(boxes).difference(new Set(matches.map(({ box }) => box)))].flatMap((box) => {
    const isFound = holdsRow(box, rest) || (box.top === all[0]?.top && goesOn(before, box));
    return isFound ? [] : [`“${box.texts[0]}”，源文件的表里没有，或不在这个位置`];
  });
  const end = Math.max(...boxes.map(({ bottom }) => bottom));
  const atEnd = matches.filter(({ box: { bottom } }) => bottom === end || bottom > end - NEAR);
  return {
    losses: [...losses, ...findMoved(matches)],
    open: [
      ...new Set([
        // What is outside the tables is looked up there.
        ...[...before, ...written].filter(({ column, rest }) => column !== ABOVE && rest !== ''),
        ...atEnd.map(({ cell }) => cell),
      ]),
    ],
  };
}

/** How much of a table's text a source has. */
function shareOf(boxes: readonly Box[], known: string): number {
  const count = (some: readonly Box[]) => some.reduce((sum, { texts }) => sum + (texts[0] ?? '').length, 0);
  return count(boxes.filter(({ texts }) => texts.some((text) => known.includes(text)))) / (count(boxes) || 1);
}

/** What a box has of the beginning of a cell's text. Empty: it is not that cell's. */
function fit({ text }: Cell, { texts }: Box): string {
  return texts.find((part) => part === text) ?? texts.find((part) => text.startsWith(part)) ?? '';
}

function isWhole(cell: Cell, box: Box): boolean {
  return fit(cell, box) === cell.text;
}

/** Boxes and their cells: as many as there can be in the order of both. */
function align(boxes: readonly Box[], cells: readonly Cell[]): Match[] {
  const matches: Match[] = [];
  const pairOf = (row: number, column: number): (Match & { weight: number }) | undefined => {
    const [box, cell] = [boxes[row], cells[column]];
    if (!box || !cell || fit(cell, box) === '') return undefined;
    return { box, cell, weight: isWhole(cell, box) ? 1 : 0.5 };
  };
  let start = 0;
  for (let pair = pairOf(0, 0); pair?.weight === 1; pair = pairOf(start, start)) {
    matches.push(pair);
    start += 1;
  }
  if ((boxes.length - start) * (cells.length - start) > MOST) return matches;
  /** The weight of the best pairs from a box and a cell on. */
  const best = boxes.map(() => new Float64Array(cells.length + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const withPair = (row: number, column: number) => {
    const pair = pairOf(row, column);
    return pair ? pair.weight + at(row + 1, column + 1) : 0;
  };
  for (let row = boxes.length - 1; row >= start; row -= 1)
    for (let column = cells.length - 1; column >= start; column -= 1) {
      const most = Math.max(withPair(row, column), at(row + 1, column), at(row, column + 1));
      best[row]?.fill(most, column, column + 1);
    }
  for (let [row, column] = [start, start]; at(row, column) > 0;) {
    const pair = pairOf(row, column);
    if (pair && at(row, column) === withPair(row, column)) matches.push(pair);
    if (pair && at(row, column) === withPair(row, column)) [row, column] = [row + 1, column + 1];
    else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return matches;
}

/** Whether a box has the next cells of one row, where no upright lines are between them. Takes these away. */
function holdsRow(box: Box, rest: Set<Cell>): boolean {
  const [first] = rest;
  const row = [...rest].filter(({ line }) => line === first?.line);
  const sort = (text: string) => Array.from(text).sort().join('');
  if (row.length < 2 || sort(row.map(({ text }) => text).join('')) !== sort(box.texts[0] ?? '')) return false;
  for (const cell of row) {
    cell.rest = '';
    rest.delete(cell);
  }
  return true;
}

/** Whether a box at the top of a page has the rest of a cell, or all of it once more where no line is above. */
function goesOn(before: readonly Cell[], { texts, top }: Box): boolean {
  for (const part of texts.filter(Boolean))
    for (const cell of before) {
      const at = cell.rest.indexOf(part);
      const isRest = at >= 0 && (at === 0 || cell.outside.includes(cell.rest.slice(0, at)));
      const isAgain = top === -Infinity && cell.text.endsWith(part) && part.endsWith(cell.rest);
      if (!isRest && !isAgain) continue;
      cell.rest = isRest ? cell.rest.slice(at + part.length) : '';
      return true;
    }
  return false;
}

/** Cells that are not in the row or column of those that they are drawn with. */
function findMoved(matches: readonly Match[]): string[] {
  const places = [['column', 'left'], ['line', 'top']] as const; // prettier-ignore
  const tables = Map.groupBy(
    matches.filter(({ cell }) => cell.column !== ABOVE),
    ({ cell }) => cell.table,
  );
  return [...tables.values()].flatMap((table) =>
    places.flatMap(([place, side]) => {
      const sorted = table
        .filter(({ box }) => Number.isFinite(box[side]))
        .sort((a, b) => a.cell[place] - b.cell[place]);
      return sorted.flatMap(({ cell, box }, index) => {
        const last = sorted[index - 1];
        if (!last) return [];
        const gap = box[side] - last.box[side];
        const isRight = cell[place] === last.cell[place] ? Math.abs(gap) < NEAR : gap > APART;
        return isRight
          ? []
          : [`“${box.texts[0]}”在源文件 ${cell.line} 行第 ${cell.column + 1} 格，不是原件的位置`];
      });
    }),
  );
}
