import { must } from '../../record/must.ts';
import type { Pinyin } from '../search-table.ts';

/**
 * The parts of a text that letters spell: in full (`dangjian`; the last syllable may be incomplete: `dangj`), or by initials
 * (`mbcxl`). Any reading of a character matches; Latin letters and digits match themselves.
 *
 * @param letters Lower case, at least one.
 */
export function findByPinyin(text: string, letters: string, pinyin: Pinyin): string[] {
  const readings = text.split('').map((character) => pinyin[character] ?? [character.toLowerCase()]);
  const parts = readings.flatMap((_, start) =>
    [endOfSyllables(readings, start, letters), endOfInitials(readings, start, letters)].flatMap((end) =>
      end === null ? [] : text.slice(start, end),
    ),
  );
  return [...new Set(parts)];
}

type Readings = readonly (readonly string[])[];

/** The end of a match in full, or null. */
function endOfSyllables(readings: Readings, start: number, letters: string): number | null {
  for (const reading of readings[start] ?? []) {
    if (reading.startsWith(letters)) return start + 1;
    if (!letters.startsWith(reading)) continue;
    const end = endOfSyllables(readings, start + 1, letters.slice(reading.length));
    if (end !== null) return end;
  }
  return null;
}

/** The end of a match by initials, or null. A single letter is the start of a syllable already. */
function endOfInitials(readings: Readings, start: number, letters: string): number | null {
  const end = start + letters.length;
  if (letters.length < 2 || end > readings.length) return null;
  const isMatch = letters
    .split('')
    .every((letter, index) => must(readings[start + index]).some((reading) => reading.startsWith(letter)));
  return isMatch ? end : null;
}
