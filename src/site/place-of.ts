import { splitMessage, type Message } from '../record/message.ts';
import { formatPlace, type OriginalRow } from '../display/format-original.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';

/** What readers call a line of a source: `第 12 行`; where it was imported, the place in the original: `原件第 37 页`. */
export type PlaceOf = (line: number) => string;

const OUTSIDE: OriginalRow = { part: null, row: null };

/** @param entry Its `sheets` are empty where the source was pasted. */
export function toPlaceOf({ sheets }: Pick<DisclosureEntry, 'sheets'>): PlaceOf {
  if (sheets.length === 0) return (line) => `第 ${line} 行`;
  const rows = new Map<number, OriginalRow>();
  for (const { above, rows: ofSheet } of sheets) {
    // A line above a table is on the page where that begins.
    for (const { line } of above) rows.set(line, { part: ofSheet[0]?.part ?? null, row: null });
    for (const row of ofSheet) rows.set(row.line, row);
  }
  return (line) => formatPlace(rows.get(line) ?? OUTSIDE);
}

/** A message whose lines are called as readers know them. */
export function placeMessage(message: Message, placeOf: PlaceOf): string {
  return splitMessage(message)
    .map((piece) => (typeof piece === 'string' ? piece : placeOf(piece.line)))
    .join('');
}
