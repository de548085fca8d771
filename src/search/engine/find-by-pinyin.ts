import type { PinyinReadings } from '../search-table.ts';

/**
 * Where a text is read as the letters say: in full (`dangjian`, the last syllable begun: `dangj`), or by first letters
 * (`mbcxl`). A character with several readings is found by each; a letter or figure stands for itself.
 *
 * @param letters Lower case, at least one.
 * @returns The parts of the text that are read so.
 */
export function findByPinyin(text: string, letters: string, readings: PinyinReadings): string[] {
  const found = new Set<string>();
  for (let start = 0; start < text.length; start += 1) {
    for (const end of [
      matchInFull(text, start, letters, readings),
      matchInitials(text, start, letters, readings),
    ]) {
      if (end !== null) found.add(text.slice(start, end));
    }
  }
  return [...found];
}

/** Where the match ends, or null. */
function matchInFull(text: string, at: number, letters: string, readings: PinyinReadings): number | null {
  if (letters === '') return at;
  if (at === text.length) return null;
  for (const reading of readingsAt(text, at, readings)) {
    if (letters.startsWith(reading)) {
      const end = matchInFull(text, at + 1, letters.slice(reading.length), readings);
      if (end !== null) return end;
    } else if (reading.startsWith(letters)) {
      return at + 1;
    }
  }
  return null;
}

function matchInitials(text: string, at: number, letters: string, readings: PinyinReadings): number | null {
  // A single letter is the beginning of a syllable already.
  if (letters.length < 2 || at + letters.length > text.length) return null;
  for (let index = 0; index < letters.length; index += 1) {
    const initial = letters.charAt(index);
    if (!readingsAt(text, at + index, readings).some((reading) => reading.startsWith(initial))) return null;
  }
  return at + letters.length;
}

function readingsAt(text: string, at: number, readings: PinyinReadings): readonly string[] {
  const character = text.charAt(at);
  return readings[character] ?? [character.toLowerCase()];
}
