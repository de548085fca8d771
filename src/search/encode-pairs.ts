/**
 * In: folded texts.
 * Out: their words: each pair of neighbouring characters, and each character. Pagefind has a word of plain letters for each.
 *
 * Pagefind splits Chinese into words in one way when it indexes and in another when it searches. So we tokenize the text
 * ourselves: `参训率` is indexed as 参训 训率; `训率` is a query for that word, and a longer query is a phrase. No segmenter or
 * stemmer changes plain letters.
 *
 * Where a number begins or ends, the pair is one more word, with a flag: a query for `8万` is the 8万 with which a number begins.
 */
import { beginsNumber, endsNumber, isDigit } from './whole-number.ts';

const BASE = 26;
const FIRST_LETTER = 97;
/** Letters of a pair: 65,536² are possible, and those with a flag. Letters of a single unit. */
const PAIR_LETTERS = 7;
const SINGLE_LETTERS = 4;

/** Not indexed, but counted as a position: no phrase crosses it, and it fills gaps. */
export const BARRIER = '';

/** Before a word: a number begins with its first digit, ends with its last, or both. No text has these characters. */
const [BEGINS, ENDS] = [1, 2];
const WHOLE = BEGINS + ENDS;
const UNIT = 0x1_00_00;
/** Codes of words with a flag. One of the two characters is a digit, so there are few. */
const FLAGGED = UNIT * UNIT;

/**
 * The words of one section: each cell's pairs and a barrier, so n words for n units; then each new unit, for queries of one. A
 * digit that is a whole number is a unit of its own, before the digit.
 *
 * @param cells Folded, without spaces.
 * @param units Units of earlier sections; those of this one are added.
 */
export function toSectionWords(cells: readonly string[], units: Set<string>): string[] {
  const before = units.size;
  const words: string[] = [];
  for (const cell of cells) {
    let isBegun = false;
    for (let at = 0; at < cell.length; at += 1) {
      const unit = cell.charAt(at);
      const isNumber = isDigit(unit);
      const ends = isNumber && endsNumber(cell, at);
      if (at > 0) words.push(flagged(cell.slice(at - 1, at + 1), (isBegun ? BEGINS : 0) + (ends ? ENDS : 0)));
      isBegun = isNumber && beginsNumber(cell, at);
      if (isBegun && ends) units.add(flagged(unit, WHOLE));
      units.add(unit);
    }
    words.push(BARRIER);
  }
  return [...words, ...[...units].slice(before)];
}

function flagged(word: string, flags: number): string {
  return flags === 0 ? word : String.fromCharCode(flags) + word;
}

/** The words of the index for one of `toSectionWords`: a pair is found with its flags, with each of them, and without. */
export function indexedWords(word: string): string[] {
  const flags = word.charCodeAt(0);
  if (flags > WHOLE || word.length < 3) return [word];
  const pair = word.slice(1);
  return flags === WHOLE ? [pair, flagged(pair, BEGINS), flagged(pair, ENDS), word] : [pair, word];
}

/** The words of a query, in order. @param isWhole Whether numbers at its edges are not parts of longer ones. */
export function toQueryWords(text: string, isWhole: boolean): string[] {
  const begins = isWhole && isDigit(text.charAt(0)) ? BEGINS : 0;
  const ends = isWhole && isDigit(text.slice(-1)) ? ENDS : 0;
  if (text.length === 1) return [flagged(text, begins + ends)];
  const last = text.length - 2;
  return toPairs(text).map((pair, index) =>
    flagged(pair, (index === 0 ? begins : 0) + (index === last ? ends : 0)),
  );
}

/** A query for the records with a cell that contains this text. @param isWhole As in {@link toQueryWords}. */
export function encodeQuery(text: string, isWhole = false): string {
  return `"${toQueryWords(text, isWhole).map(toLetters).join(' ')}"`;
}

/** The pairs of a text, in order. */
function toPairs(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/** A word, as Pagefind has it. */
export function toLetters(word: string): string {
  let rest = codeOf(word);
  let letters = '';
  while (letters.length < (word.length === 1 ? SINGLE_LETTERS : PAIR_LETTERS)) {
    letters = String.fromCharCode(FIRST_LETTER + (rest % BASE)) + letters;
    rest = Math.floor(rest / BASE);
  }
  return letters;
}

function codeOf(word: string): number {
  const [first = 0, second = 0, third = 0] = word.split('').map((unit) => unit.charCodeAt(0));
  if (word.length === 1) return first;
  const digit = (code: number) => code - '0'.charCodeAt(0);
  if (first > WHOLE) return first * UNIT + second;
  if (word.length === 2) return FLAGGED + 30 * UNIT + digit(second);
  // Blocks 0 to 9: a number begins; 10 to 19: one ends; 20 to 29: both.
  if (first === ENDS) return FLAGGED + (10 + digit(third)) * UNIT + second;
  return FLAGGED + (first === WHOLE ? 20 : 0) * UNIT + digit(second) * UNIT + third;
}
