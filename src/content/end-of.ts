import { must } from '../record/must.ts';
import type { Position } from '../table/grid.ts';
import { toLines } from '../table/to-lines.ts';

/** The position behind a text. */
export function endOf(text: string): Position {
  const lines = toLines(text);
  return { line: lines.length, column: must(lines.at(-1)).length + 1 };
}
