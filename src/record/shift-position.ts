import type { Position } from '../table/grid.ts';

/** The position so many characters further right in the same line. */
export function shiftPosition({ line, column }: Position, by: number): Position {
  return { line, column: column + by };
}
