import type { Ruling } from './read-rulings.ts';

/** A cell of a ruled table, by places of the grid: columns `left`…`right - 1`, rows `top`…`bottom - 1`. */
export interface RuledCell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** No line closes it above or below: the table goes on there on another page. */
  isOpenAbove: boolean;
  isOpenBelow: boolean;
  /** It is a row of a shape that is no rectangle: lines are missing, and a text in it may belong elsewhere. */
  isTorn: boolean;
}

/** A table of ruling lines, in points from the page's top left corner. */
export interface RuledTable {
  /** Edges of the columns and rows. */
  xs: number[];
  ys: number[];
  cells: RuledCell[];
}

/** Lines this near to each other touch, or are one. */
const NEAR = 3;
/** Distance of two dots of one line. */
const DOT_GAP = 2.5;
/** Shorter ones are dots, or parts of a drawing. */
const SHORTEST = 4;
/** Lines of one page that are looked at; real tables have some thousand. */
const MOST_RULINGS = 20_000;
/** Places of one table's grid; a map or a chart has more. */
const MOST_PLACES = 60_000;

/** The tables of a page: lines that touch form one, and places between which there is no line are one cell. A frame is no table. */
export function findTables(rulings: readonly Ruling[]): RuledTable[] {
  const merged = mergeRulings(rulings);
  if (merged.length > MOST_RULINGS) return [];
  return groupTouching(merged)
    .map(toTable)
    .filter((table) => table !== undefined)
    .filter(({ cells }) => cells.length > 1)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
}

/** Pieces that follow each other on one line, as one ruling. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort(
    (a, b) => Number(a.isLevel) - Number(b.isLevel) || Math.round(a.at) - Math.round(b.at) || a.from - b.from,
  );
  const merged: Ruling[] = [];
  for (const ruling of sorted) {
    const last = merged.at(-1);
    const isPiece =
      last?.isLevel === ruling.isLevel &&
      Math.abs(last.at - ruling.at) < 0.6 &&
      ruling.from <= last.to + DOT_GAP;
    if (last && isPiece) last.to = Math.max(last.to, ruling.to);
    else merged.push({ ...ruling });
  }
  return merged.filter(({ from, to }) => to - from >= SHORTEST);
}

function groupTouching(rulings: readonly Ruling[]): Ruling[][] {
  const groups = new Groups(rulings.length);
  const boxes = rulings.map(({ isLevel, at, from, to }) =>
    isLevel ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to },
  );
  const order = [...boxes.keys()].sort((a, b) => (boxes[a]?.top ?? 0) - (boxes[b]?.top ?? 0));
  let active: number[] = [];
  for (const index of order) {
    const box = boxes[index];
    if (!box) continue;
    active = active.filter((other) => (boxes[other]?.bottom ?? 0) >= box.top - NEAR);
    for (const other of active) {
      const { left = 0, right = 0 } = boxes[other] ?? {};
      if (left <= box.right + NEAR && right >= box.left - NEAR) groups.unite(index, other);
    }
    active.push(index);
  }
  const found = new Map<number, Ruling[]>();
  for (const [index, ruling] of rulings.entries()) {
    const group = groups.find(index);
    const own = found.get(group);
    if (own) own.push(ruling);
    else found.set(group, [ruling]);
  }
  return withOpenColumns([...found.values()]);
}

/**
 * A column that a page's end leaves open above and below has no level line: its outer line touches no other. It is as high as its
 * table.
 */
function withOpenColumns(groups: readonly Ruling[][]): Ruling[][] {
  const uprightOf = (group: readonly Ruling[]) => group.filter(({ isLevel }) => !isLevel);
  const tables = groups
    .filter((group) => group.some(({ isLevel }) => isLevel))
    .map((group) => ({
      group,
      top: Math.min(...uprightOf(group).map(({ from }) => from)),
      bottom: Math.max(...uprightOf(group).map(({ to }) => to)),
    }));
  for (const line of groups.filter((group) => uprightOf(group).length === group.length).flat()) {
    const isAsHigh = ({ top, bottom }: { top: number; bottom: number }) =>
      Math.abs(line.from - top) < NEAR && Math.abs(line.to - bottom) < NEAR;
    tables.find(isAsHigh)?.group.push(line);
  }
  return tables.map(({ group }) => group);
}

function toTable(rulings: readonly Ruling[]): RuledTable | undefined {
  const [level, upright] = [
    rulings.filter(({ isLevel }) => isLevel),
    rulings.filter(({ isLevel }) => !isLevel),
  ];
  const xs = toEdges(upright, level);
  const ys = toEdges(level, upright);
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 1 || height < 1 || width * height > MOST_PLACES) return undefined;
  const isCutAbove = toCuts(level, ys, xs);
  const isCutBefore = toCuts(upright, xs, ys);
  const groups = new Groups(width * height);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const place = row * width + column;
      if (column > 0 && !isCutBefore(column, row)) groups.unite(place, place - 1);
      if (row > 0 && !isCutAbove(row, column)) groups.unite(place, place - width);
    }
  const places = new Map<number, number[]>();
  for (let place = 0; place < width * height; place += 1) {
    const group = groups.find(place);
    const own = places.get(group);
    if (own) own.push(place);
    else places.set(group, [place]);
  }
  const cells = [...places.values()].flatMap((own) => {
    const rows = own.map((place) => Math.floor(place / width));
    const columns = own.map((place) => place % width);
    const cell = {
      left: Math.min(...columns),
      right: Math.max(...columns) + 1,
      top: Math.min(...rows),
      bottom: Math.max(...rows) + 1,
      isTorn: false,
    };
    if ((cell.right - cell.left) * (cell.bottom - cell.top) === own.length) return [cell];
    return toStrips(own, width);
  });
  const finished = cells.map((cell) => {
    const columns = Array.from({ length: cell.right - cell.left }, (_, index) => cell.left + index);
    return {
      ...cell,
      isOpenAbove: cell.top === 0 && !columns.some((column) => isCutAbove(0, column)),
      isOpenBelow: cell.bottom === height && !columns.some((column) => isCutAbove(height, column)),
    };
  });
  return { xs, ys, cells: finished };
}

type Strip = Omit<RuledCell, 'isOpenAbove' | 'isOpenBelow'>;

/** The rows of a shape that is no rectangle. */
function toStrips(places: readonly number[], width: number): Strip[] {
  const strips: Strip[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(place / width), place % width];
    const last = strips.at(-1);
    if (last?.top === row && last.right === column) last.right = column + 1;
    else strips.push({ left: column, right: column + 1, top: row, bottom: row + 1, isTorn: true });
  }
  return strips;
}

/** Places of the lines that cross an axis, those that lie near as one; and of the ends of the others, where no line closes them. */
function toEdges(crossing: readonly Ruling[], along: readonly Ruling[]): number[] {
  const edges = snap(crossing.map(({ at }) => at));
  const start = Math.min(...along.map(({ from }) => from));
  const end = Math.max(...along.map(({ to }) => to));
  if (along.length > 0 && start < (edges[0] ?? Infinity) - NEAR) edges.unshift(start);
  if (along.length > 0 && end > (edges.at(-1) ?? -Infinity) + NEAR) edges.push(end);
  return edges;
}

/** Numbers in order; those that lie near as their mean. */
export function snap(numbers: readonly number[], near = NEAR): number[] {
  const groups: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && number - (group.at(-1) ?? 0) < near) group.push(number);
    else groups.push([number]);
  }
  return groups.map((group) => group.reduce((total, number) => total + number, 0) / group.length);
}

/** Whether a line on edge `edge` covers most of the place `place` along it. */
function toCuts(
  rulings: readonly Ruling[],
  edges: readonly number[],
  places: readonly number[],
): (edge: number, place: number) => boolean {
  const lines = edges.map((edge) =>
    rulings.filter(({ at }) => Math.abs(at - edge) < NEAR).sort((a, b) => a.from - b.from),
  );
  return (edge, place) => {
    const [start = 0, end = 0] = [places[place], places[place + 1]];
    let [covered, reached] = [0, start];
    for (const { from, to } of lines[edge] ?? []) {
      covered += Math.max(0, Math.min(to, end) - Math.max(from, reached));
      reached = Math.max(reached, to);
    }
    return covered > (end - start) / 2;
  };
}

/** Members that are put together in groups. */
class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  find(member: number): number {
    let root = member;
    while (this.#parents[root] !== root) {
      const parent = this.#parents[root] ?? root;
      this.#parents[root] = this.#parents[parent] ?? parent;
      root = parent;
    }
    return root;
  }

  unite(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }
}
