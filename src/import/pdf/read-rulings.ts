import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix } from './matrix.ts';
import type { Step } from './walk-operators.ts';

/** A straight line that is level or upright, in points from the page's top left corner. */
export interface Ruling {
  isLevel: boolean;
  /** y of a level line, x of an upright one. */
  at: number;
  from: number;
  to: number;
}

/** Height of a filled area that is a line. */
const THICKEST = 3;
/** Difference of both ends of a line that is not quite straight. */
const SLANT = 1.2;
/** Length of a dot: dotted lines may be drawn dot by dot. */
const SHORTEST = 0.3;
/** Commands of a path, as pdf.js encodes them; each is followed by its points. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const FILLS: readonly number[] = [OPS.fill, OPS.eoFill];

type Point = readonly [x: number, y: number];

/** The lines that one operator draws: strokes, and filled areas as thin as a line. White ones can't be seen. */
export function readRulings({ operator, args, matrix, strokesWhite, fillsWhite }: Step): Ruling[] {
  if (operator === OPS.paintSolidColorImageMask)
    return fillsWhite ? [] : toThinArea([apply(matrix, 0, 0), apply(matrix, 1, 1)]);
  if (operator !== OPS.constructPath) return [];
  const [paint, data] = args as [number, unknown];
  const path = Array.isArray(data) ? (data[0] as unknown) : undefined;
  if (!ArrayBuffer.isView(path)) return [];
  const outlines = toOutlines(path as Float32Array, matrix);
  if (STROKES.includes(paint)) return strokesWhite ? [] : outlines.flatMap(toSides);
  if (!FILLS.includes(paint) || fillsWhite) return [];
  return outlines.flatMap((outline) => toThinArea(outline));
}

/** The corners of each part of a path. A curve counts as no line: `null` is put where one is. */
function toOutlines(path: Float32Array, matrix: Matrix): (Point | null)[][] {
  const outlines: (Point | null)[][] = [];
  const point = (at: number): Point => apply(matrix, path[at] ?? 0, path[at + 1] ?? 0);
  for (let at = 0; at < path.length;) {
    const command = path[at];
    const outline = outlines.at(-1);
    at += 1;
    if (command === MOVE) outlines.push([point(at)]);
    else if (command === LINE) outline?.push(point(at));
    else if (command === CURVE) outline?.push(null, point(at + 4));
    else if (command === QUADRATIC) outline?.push(null, point(at + 2));
    else outline?.push(outline[0] ?? null);
    at += [2, 2, 6, 4][command ?? 4] ?? 0;
  }
  return outlines;
}

function toSides(outline: readonly (Point | null)[]): Ruling[] {
  return outline.flatMap((end, index) => {
    const start = outline[index - 1];
    return start && end ? toRuling(start, end) : [];
  });
}

function toRuling([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (height < SLANT && width > SHORTEST)
    return [{ isLevel: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (width < SLANT && height > SHORTEST)
    return [{ isLevel: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}

function toThinArea(outline: readonly (Point | null)[]): Ruling[] {
  const corners = outline.filter((corner) => corner !== null);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THICKEST || Math.max(width, height) < SHORTEST) return [];
  return width > height
    ? [{ isLevel: true, at: (top + bottom) / 2, from: left, to: right }]
    : [{ isLevel: false, at: (left + right) / 2, from: top, to: bottom }];
}
