/** `[a, b, c, d, e, f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner;
  const [x, y, origin] = [turn(outer, a, b), turn(outer, c, d), apply(outer, e, f)];
  return [...x, ...y, ...origin];
}

/** A point under a matrix. */
export function apply(matrix: Matrix, x: number, y: number): [x: number, y: number] {
  const [turnedX, turnedY] = turn(matrix, x, y);
  return [turnedX + (matrix[4] ?? 0), turnedY + (matrix[5] ?? 0)];
}

/** A direction under a matrix. */
export function turn(matrix: Matrix, x: number, y: number): [x: number, y: number] {
  const [a = 1, b = 0, c = 0, d = 1] = matrix;
  return [a * x + c * y, b * x + d * y];
}
