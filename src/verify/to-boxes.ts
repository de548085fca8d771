/**
 * In: what a page of a PDF draws.
 * Out: the texts of its tables, each with the nearest lines around it, and the text outside tables.
 */
import type { Line } from './geometry.ts';
import type { Drawing, Glyph } from './read-drawing.ts';

/** The text that lines enclose: what is drawn of a cell. A side without a line is infinite. */
export interface Box extends Sides {
  /** By line, from the left; then as drawn: by place, or by order, with what can't be seen, or without. The first is for messages. */
  texts: string[];
}

export interface DrawnPage {
  /** From the top. The boxes of each by row and column. */
  tables: Box[][];
  outside: string;
}

interface Sides {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Area extends Sides {
  lines: Line[];
}

/** Lines this near to each other are one, or touch: points. */
const NEAR = 3;
/** Gap between the dots of a line; what is shorter is no line: points. */
const DOT_GAP = 2.5;
const SHORTEST = 4;
/** Level lines of a table that has no others. */
const FEWEST = 4;
/** Distance of a character drawn twice, to look bold, by size. */
const TWICE = 0.15;

export function toBoxes({ glyphs, lines }: Drawing): DrawnPage {
  const ruled = joinPieces(lines);
  const rest = new Set(glyphs);
  const tables = findAreas(ruled).map((area) => {
    const boxes: (Sides & { glyphs: Glyph[] })[] = [];
    for (const glyph of rest) {
      if (!isIn(glyph, area, NEAR)) continue;
      rest.delete(glyph);
      const box = boxes.find((other) => isOf(glyph, other, area));
      if (box) box.glyphs.push(glyph);
      else boxes.push({ ...sidesOf(glyph, area), glyphs: [glyph] });
    }
    return boxes
      .map(({ glyphs: own, ...sides }): Box => ({ ...sides, texts: readTexts(own) }))
      .sort((a, b) => (isNear(a.top, b.top) ? a.left - b.left : a.top - b.top));
  });
  return {
    tables,
    outside: sortByPlace([...rest])
      .map(({ text }) => text)
      .join(''),
  };
}

/** Pieces that follow each other, as one line. */
function joinPieces(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  const key = ({ isLevel, at }: Line) => Math.round(at) + (isLevel ? 1e6 : 0);
  for (const line of [...lines].sort((a, b) => key(a) - key(b) || a.from - b.from)) {
    const last = joined.at(-1);
    if (last && key(last) === key(line) && line.from <= last.to + DOT_GAP)
      last.to = Math.max(last.to, line.to);
    else joined.push({ ...line });
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}

/** Where lines touch, from the top. Tables next to or within one another are one. A frame is none. */
function findAreas(lines: readonly Line[]): Area[] {
  const rest = new Set(lines);
  const groups: Line[][] = [];
  for (const first of rest) {
    const group = [first];
    rest.delete(first);
    for (const line of group)
      for (const other of rest)
        if (touches(line, other)) {
          rest.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  const ruled = groups
    .filter((group) => countEdges(group, true) > 2 || countEdges(group, false) > 2)
    .map(toArea);
  const alone = groups.flatMap((group) => (group.length === 1 ? group : []));
  // A column that is open above and below: no level line touches its outer one.
  const outer = (area: Area) =>
    alone.filter(({ isLevel, from, to }) => !isLevel && isNear(from, area.top) && isNear(to, area.bottom));
  const free = alone.filter(
    ({ isLevel, at }) => isLevel && !ruled.some(({ top, bottom }) => at > top && at < bottom),
  );
  const alike = Map.groupBy(free, ({ from, to }) => `${Math.round(from / NEAR)} ${Math.round(to / NEAR)}`);
  const areas = [
    ...ruled.map((area) => toArea([...area.lines, ...outer(area)])),
    ...[...alike.values()]
      .filter((group) => group.length >= FEWEST)
      .map((group) => toArea(between(group, free))),
  ];
  const found: Area[] = [];
  for (const area of areas.sort((one, other) => one.top - other.top)) {
    const last = found.at(-1);
    if (last && area.top < last.bottom) found.splice(-1, 1, toArea([...last.lines, ...area.lines]));
    else found.push(area);
  }
  // Cells can have a frame each, with gaps between them.
  return found.length === 0 && groups.length >= FEWEST ? [toArea([...lines])] : found;
}

function between(group: readonly Line[], lines: readonly Line[]): Line[] {
  const { top, bottom } = toArea([...group]);
  return lines.filter(({ at }) => at >= top && at <= bottom);
}

function touches(one: Line, other: Line): boolean {
  const reaches = (at: number, { from, to }: Line) => at > from - NEAR && at < to + NEAR;
  if (one.isLevel !== other.isLevel) return reaches(one.at, other) && reaches(other.at, one);
  return isNear(one.at, other.at) && one.from < other.to + NEAR && other.from < one.to + NEAR;
}

function countEdges(lines: readonly Line[], isLevel: boolean): number {
  const own = lines.filter((line) => line.isLevel === isLevel);
  return new Set(own.map(({ at }) => Math.round(at / NEAR))).size;
}

function toArea(lines: Line[]): Area {
  const xs = lines.flatMap(({ isLevel, at, from, to }) => (isLevel ? [from, to] : [at]));
  const ys = lines.flatMap(({ isLevel, at, from, to }) => (isLevel ? [at] : [from, to]));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { left, right, top, bottom, lines };
}

/** Whether the middle of a character is in an area, or as near to one of its sides. */
function isIn(glyph: Glyph, { left, right, top, bottom }: Sides, near: number): boolean {
  const [x, y] = placeOf(glyph);
  return y > top && y < bottom && x > left - near && x < right + near;
}

/** Whether a character is in a box: of a table without upright lines, where lines are as near. */
function isOf(glyph: Glyph, box: Sides, area: Area): boolean {
  if (box.right < Infinity) return isIn(glyph, box, 0);
  const sides = sidesOf(glyph, area);
  return isNear(sides.top, box.top) && isNear(sides.bottom, box.bottom);
}

function placeOf({ left, right, y, hiddenAt }: Glyph): [x: number, y: number] {
  return [(left + right) / 2, hiddenAt ?? y];
}

/** The nearest lines around a character: upright ones, then level ones that reach from one of these to the other. */
function sidesOf(glyph: Glyph, area: Area): Sides {
  const [x, y] = placeOf(glyph);
  // A table can lack its outer lines, or all that are upright.
  const [level, upright] = [true, false].map((isLevel) =>
    area.lines.filter((line) => line.isLevel === isLevel),
  );
  const sides = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  if (upright?.length) [sides.left, sides.right] = [area.left, area.right];
  for (const { at, from, to } of upright ?? []) {
    if (y < from || y > to) continue;
    if (at <= x) sides.left = Math.max(sides.left, at);
    else sides.right = Math.min(sides.right, at);
  }
  for (const { at, from, to } of level ?? []) {
    if (x < from || x > to || !isClosed(at, sides, level ?? [])) continue;
    if (at <= y) sides.top = Math.max(sides.top, at);
    else sides.bottom = Math.min(sides.bottom, at);
  }
  return sides;
}

/** Whether level lines close a cell at this height: what is underlined is no cell. */
function isClosed(at: number, { left, right }: Sides, lines: readonly Line[]): boolean {
  if (left === -Infinity || right === Infinity) return true;
  let [reached, open] = [left, 0];
  for (const { from, to } of lines.filter((line) => isNear(line.at, at)).sort((a, b) => a.from - b.from)) {
    open += Math.max(0, Math.min(from, right) - reached);
    reached = Math.max(reached, to);
  }
  return open + Math.max(0, right - reached) < NEAR;
}

function isNear(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) < NEAR;
}

/** What a cell can say: a character that is drawn twice counts once. */
function readTexts(glyphs: readonly Glyph[]): string[] {
  const drawn = glyphs.filter((glyph, index) => !isTwice(glyph, glyphs.slice(0, index)));
  const seen = drawn.filter(({ hiddenAt }) => hiddenAt === null);
  return [sortByPlace(drawn), sortByPlace(seen), drawn, seen].map((own) =>
    own.map(({ text }) => text).join(''),
  );
}

function isTwice({ text, left, y, size }: Glyph, before: readonly Glyph[]): boolean {
  const isAt = (other: Glyph) =>
    Math.abs(other.left - left) < size * TWICE && Math.abs(other.y - y) < size * TWICE;
  return before.some((other) => other.text === text && isAt(other));
}

/** By line, from the left. */
function sortByPlace(glyphs: readonly Glyph[]): Glyph[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const first = lines.at(-1)?.[0];
    if (first && glyph.y - first.y < Math.max(glyph.size, first.size) / 2) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.left - b.left));
}
