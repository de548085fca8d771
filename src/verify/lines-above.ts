/**
 * In: the source of a table of results or of a whole office.
 * Out: what the lines above it say, and which of that is not published.
 */
import { isCaption, isTitle, statementsOf } from './captions.ts';
import type { Cell } from './cell-pairs.ts';
import { blankHidden, type SourceRow } from './source-tables.ts';
import { isUnitAlone } from './words-of-results.ts';

interface LinesAbove {
  /** Without the signs of headings. */
  above: string[];
  /** The statements of each line that is a field, as cells. */
  captions: Cell[][];
}

/** @param rows Of the table. @param lines Of the file. */
export function readLinesAbove(
  { startLine, endLine }: { startLine: number; endLine: number },
  rows: readonly SourceRow[],
  lines: readonly string[],
): LinesAbove {
  const first = rows[0]?.line ?? endLine + 1;
  const above = blankHidden(lines.slice(startLine - 1, first - 1)).map((text) =>
    text.replace(/^ *#{1,6}\s+/, '').trim(),
  );
  const captions = above.flatMap((text, index) => {
    const line = startLine + index;
    const cells = isTitle(text) || !isCaption(text) ? [] : statementsOf(text);
    return cells.length > 0 ? [toCells({ line, endLine: line, cells })] : [];
  });
  return { above, captions };
}

/** Statements with a label that nothing published has claimed. */
export function unclaimed(captions: LinesAbove['captions']): string[] {
  return captions
    .flat()
    .filter(({ role, text }) => role === undefined && /[:：]/.test(text) && !isUnitAlone(text))
    .map(({ text, line }) => `${line} 行 “${text}”`);
}

/** The filled cells of a row, with their columns. */
export function toCells({ cells, line, endLine }: SourceRow): Cell[] {
  return cells.flatMap((text, column) => (text === '' ? [] : [{ text, column, line, endLine }]));
}
