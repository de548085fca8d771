import { splitMessage, type Message } from '../record/message.ts';
import { formatPlace, type OriginalRow } from '../display/format-original.ts';
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';

/** What readers call a line of a source: `第 12 行`; where it was imported, the place in the original: `原件第 37 页`; in one of several, with its name. */
export type PlaceOf = (line: number) => string;

/** Of a line that is in no table. */
const OUTSIDE = formatPlace({ part: null, row: null });

/** @param entry Its `sheets` are empty where the source was pasted. */
export function toPlaceOf({
  sheets,
  publication: { originals = [] },
}: Pick<DisclosureEntry, 'sheets' | 'publication'>): PlaceOf {
  if (sheets.length === 0) return (line) => `第 ${line} 行`;
  const names = new Map(originals.length > 1 ? originals.map(({ file, name }) => [file, name]) : []);
  const places = new Map<number, string>();
  for (const { file, above, rows } of sheets) {
    const add = (line: number, row: OriginalRow) => places.set(line, formatPlace(row, names.get(file)));
    // A line above a table is on the page where that begins.
    for (const { line } of above) add(line, { part: rows[0]?.part ?? null, row: null });
    for (const row of rows) add(row.line, row);
  }
  return (line) => places.get(line) ?? OUTSIDE;
}

/** A message whose lines are called as readers know them. */
export function placeMessage(message: Message, placeOf: PlaceOf): string {
  return splitMessage(message)
    .map((piece) => (typeof piece === 'string' ? piece : placeOf(piece.line)))
    .join('');
}
