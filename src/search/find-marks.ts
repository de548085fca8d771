import { toSearchable } from './fold.ts';

/** A part of a text: from `start` up to `end`, UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
}

/**
 * Where the words of a query stand in a text; each place one piece, those that touch or overlap joined.
 *
 * @param words Folded, without spaces.
 */
export function findMarks(original: string, words: readonly string[]): Mark[] {
  const { text, places } = toSearchable(original);
  const found = words.flatMap((word) => {
    const marks: Mark[] = [];
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      marks.push({ start: places[at] ?? 0, end: (places[at + word.length - 1] ?? 0) + 1 });
    }
    return marks;
  });
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Mark[] = [];
  for (const mark of found) {
    const last = joined[joined.length - 1];
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}
