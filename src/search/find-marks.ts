import { toSearchable } from './fold.ts';
import { isInsideNumber } from './whole-number.ts';

/** A part of a text, in UTF-16 units; `end` is exclusive. */
export interface Mark {
  start: number;
  end: number;
}

/**
 * All occurrences of words in a text, in order; those that touch or overlap are one mark.
 *
 * @param words Folded, without spaces.
 * @param isAnywhere Whether parts of longer numbers count too.
 */
export function findMarks(original: string, words: readonly string[], isAnywhere = false): Mark[] {
  const { text, offsets } = toSearchable(original);
  const occurrences = words.flatMap((word) =>
    findStarts(text, word, isAnywhere).map((at) => ({
      start: offsets[at] ?? 0,
      end: (offsets[at + word.length - 1] ?? 0) + 1,
    })),
  );
  const joined: Mark[] = [];
  for (const mark of occurrences.sort((a, b) => a.start - b.start)) {
    const last = joined[joined.length - 1];
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push(mark);
  }
  return joined;
}

/** Where a word occurs in a text, both folded. */
export function findStarts(text: string, word: string, isAnywhere: boolean): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (isAnywhere || !isInsideNumber(text, at, at + word.length)) starts.push(at);
  return starts;
}
