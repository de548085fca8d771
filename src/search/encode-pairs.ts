/**
 * In: folded texts.
 * Out: their words: each pair of neighbouring characters, each character, and each digit that is a whole number. Pagefind has a
 * word of plain letters for each.
 *
 * Pagefind splits Chinese into words in one way when it indexes and in another when it searches. So we tokenize the text
 * ourselves: `参训率` is indexed as 参训 训率; `训率` is a query for that word, and a longer query is a phrase. No segmenter or
 * stemmer changes plain letters.
 */
import { isInsideNumber } from './whole-number.ts';

const BASE = 26;
const FIRST_LETTER = 97;
/** Letters for a pair (65,536² are possible) and for a single unit. */
const PAIR_LETTERS = 7;
const SINGLE_LETTERS = 4;

/** Not indexed, but counted as a position: no phrase crosses it, and it fills gaps. */
export const BARRIER = '';

/** Behind a digit that is a whole number. No text has this character. */
const WHOLE = '\u0000';

/**
 * The words of one section: each cell's pairs and a barrier, so n words for n units; then each new unit, for queries of one. A
 * digit that is a whole number is a unit of its own, before the digit.
 *
 * @param cells Folded, without spaces.
 * @param units Units of earlier sections; those of this one are added.
 */
export function toSectionWords(cells: readonly string[], units: Set<string>): string[] {
  const before = units.size;
  for (const cell of cells)
    for (let at = 0; at < cell.length; at += 1) {
      const unit = cell.charAt(at);
      if (isDigit(unit) && !isInsideNumber(cell, at, at + 1)) units.add(unit + WHOLE);
      units.add(unit);
    }
  return [...cells.flatMap((cell) => [...toPairs(cell), BARRIER]), ...[...units].slice(before)];
}

/** Whether a text is one digit. */
export function isDigit(text: string): boolean {
  return /^\d$/.test(text);
}

/** A query for the records in which this digit is a whole number. */
export function encodeWholeDigit(digit: string): string {
  return `"${toLetters(digit + WHOLE)}"`;
}

/** A query for the records with a cell that contains this text. */
export function encodeQuery(text: string): string {
  return `"${(text.length === 1 ? [text] : toPairs(text)).map(toLetters).join(' ')}"`;
}

/** The pairs of a text, in order. */
export function toPairs(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/** A word, as Pagefind has it. */
export function toLetters(word: string): string {
  const units = word.split('').map((unit) => unit.charCodeAt(0));
  let rest = units.reduce((number, unit) => number * 0x1_00_00 + unit, 0);
  let letters = '';
  while (letters.length < (word.length === 1 ? SINGLE_LETTERS : PAIR_LETTERS)) {
    letters = String.fromCharCode(FIRST_LETTER + (rest % BASE)) + letters;
    rest = Math.floor(rest / BASE);
  }
  return letters;
}
