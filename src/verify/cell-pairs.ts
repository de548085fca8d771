/**
 * In: the cells of rows, and published values.
 * Out: which cells can be a label with its value, and which of them each published value is.
 */

import { isShownAs } from './is-shown-as.ts';

export interface Cell {
  line: number;
  endLine: number;
  text: string;
  column: number;
  /** Undefined: nothing published has claimed the cell. */
  role?: 'label' | 'value';
}

/** A value that can be published under a label, with the cells that hold both. */
export interface Pair {
  label: string;
  value: string;
  labels: Cell[];
  values: Cell[];
  line: number;
  endLine: number;
}

/** A published value: what pair of cells it can be, and what to say if there is none. */
export interface Wanted {
  isMeant: (pair: Pair) => boolean;
  loss: string;
}

/** A field that a record keeps under its label, and the line of its cell. */
export function wantedField({ label, value, line }: { label: string; value: string; line: number }): Wanted {
  return {
    isMeant: (pair) =>
      isShownAs(pair.label, label) &&
      isShownAs(pair.value, value) &&
      pair.line <= line &&
      line <= pair.endLine,
    loss: `${line} 行 原文没有“${label}”的“${value}”`,
  };
}

/** Marks the cells of the pairs that published values are. @returns The values that no pair is. */
export function claim(wanted: readonly Wanted[], pairs: readonly Pair[]): Wanted[] {
  const { taken, missed } = assign(wanted, pairs);
  for (const pair of taken) {
    for (const cell of pair.labels) cell.role = 'label';
    for (const cell of pair.values) cell.role = 'value';
  }
  return missed;
}

/**
 * A pair for each published value. A cell is a value once, or a label, and a label without a value is published once. What is
 * left without a pair goes first the next time, as long as that helps.
 */
function assign(
  wanted: readonly Wanted[],
  pairs: readonly Pair[],
  tries = wanted.length,
): { taken: Pair[]; missed: Wanted[] } {
  const labels = new Set<Cell>();
  const values = new Set<Cell>();
  const taken = new Set<Pair>();
  const missed = wanted.filter(({ isMeant }) => {
    const pair = pairs.find(
      (each) =>
        !taken.has(each) &&
        each.values.every((cell) => !values.has(cell) && !labels.has(cell)) &&
        each.labels.every((cell) => !values.has(cell)) &&
        isMeant(each),
    );
    if (!pair) return true;
    taken.add(pair);
    for (const cell of pair.labels) labels.add(cell);
    for (const cell of pair.values) values.add(cell);
    return false;
  });
  const isFirst = missed.every((each, index) => each === wanted[index]);
  if (isFirst || tries === 0) return { taken: [...taken], missed };
  const again = assign([...missed, ...wanted.filter((each) => !missed.includes(each))], pairs, tries - 1);
  return again.missed.length < missed.length ? again : { taken: [...taken], missed };
}

/** Neighbours, a label without a value, and a label and its value in one cell. */
export function readPairs(cells: readonly Cell[]): Pair[] {
  return cells.flatMap((cell, index) => {
    const next = cells[index + 1];
    return [
      ...(next ? [toPair(cell.text, next.text, [cell], [next])] : []),
      ...cutAtColon(cell),
      toPair(cell.text, '', [], [cell]),
    ];
  });
}

/** Labels with the figures under them, where the row below holds figures alone. */
export function pairsBelow(rows: readonly (readonly Cell[])[]): Pair[] {
  return rows.flatMap((row, index) => {
    const below = rows[index + 1] ?? [];
    if (!below.every(({ text }) => /^[\d,.]+(?:万?元)?$/.test(text))) return [];
    return row.flatMap((label) => {
      const value = below.find(({ column }) => column === label.column);
      return value ? [toPair(label.text, value.text, [label], [value])] : [];
    });
  });
}

function cutAtColon(cell: Cell): Pair[] {
  const colon = cell.text.search(/[:：]/);
  return colon < 0
    ? []
    : [toPair(cell.text.slice(0, colon).trim(), cell.text.slice(colon + 1).trim(), [], [cell])];
}

export function toPair(label: string, value: string, labels: Cell[], values: Cell[]): Pair {
  const [first] = values;
  return { label, value, labels, values, line: first?.line ?? 0, endLine: first?.endLine ?? 0 };
}
