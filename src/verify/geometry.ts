/** Places on a page of a PDF, and the matrices that they are drawn under. */
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Point = [x: number, y: number];
export type Matrix = readonly number[];
export type Box = [corner: Point, opposite: Point];

/** `at` is y of a level line, x of an upright one. */
export interface Line {
  isLevel: boolean;
  at: number;
  from: number;
  to: number;
}

/** Height from which a line is not level; points. */
const SLANT = 1.2;
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** From text that runs right, down, left, up to text that runs right. */
export const TURNS: readonly ((point: Point) => Point)[] = [
  (point) => point,
  ([x, y]) => [y, -x],
  ([x, y]) => [-x, -y],
  ([x, y]) => [-y, x],
];

/** 0: right, 1: down, 2: left, 3: up; -1: askew. */
export function toDirection(x: number, y: number): number {
  if (Math.abs(y) < Math.abs(x) / 10) return x > 0 ? 0 : 2;
  if (Math.abs(x) < Math.abs(y) / 10) return y > 0 ? 1 : 3;
  return -1;
}

export function toLine(start: Point, end: Point): Line[] {
  const { left, right, top, bottom } = extentOf([start, end]);
  const isLevel = right - left > bottom - top;
  if (Math.min(right - left, bottom - top) >= SLANT) return [];
  return isLevel
    ? [{ isLevel, at: (top + bottom) / 2, from: left, to: right }]
    : [{ isLevel, at: (left + right) / 2, from: top, to: bottom }];
}

export function extentOf(points: readonly Point[]): Record<'left' | 'right' | 'top' | 'bottom', number> {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function move(matrix: Matrix, x: number, y: number): Matrix {
  return multiply(matrix, [1, 0, 0, 1, x, y]);
}

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return Util.transform(outer, inner) as Matrix;
}

/** A point under a matrix. */
export function apply(matrix: Matrix, x: number, y: number): Point {
  const point: Point = [x, y];
  Util.applyTransform(point, matrix);
  return point;
}
