/**
 * In: folded texts.
 * Out: words of plain letters that stand for their pairs of characters, which no segmenter, stemmer or folding touches.
 *
 * Pagefind cuts Chinese into words one way when it indexes and another when it searches. Pairs are never cut: `参训率` is
 * indexed as 参训 训率, and a search for `训率` is a search for that very word; longer queries are phrases.
 */

const BASE = 26;
const FIRST_LETTER = 97;
/** Letters for a pair, of 65,536² possible, and for a single unit. */
const PAIR_LETTERS = 7;
const SINGLE_LETTERS = 4;

/** A sign alone is no word to Pagefind, but has a place in its count: no phrase crosses it, and it fills space. */
export const BARRIER = '¦';

/**
 * The words of one section: each cell's pairs in order and a barrier; then every unit that `known` lacks once, for queries
 * of one. A cell of n units has n words.
 *
 * @param cells Folded, without spaces.
 * @param known Units of earlier sections; those of this one are added.
 */
export function encodeSection(cells: readonly string[], known: Set<string>): string[] {
  const words: string[] = [];
  const fresh: string[] = [];
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) {
      const unit = cell.charAt(index);
      if (!known.has(unit)) fresh.push(encodeSingle(unit));
      known.add(unit);
      words.push(index + 1 < cell.length ? encodePair(cell, index) : BARRIER);
    }
  }
  return [...words, ...fresh];
}

/** A query that finds the records of which one cell contains this word. */
export function encodeQuery(word: string): string {
  return `"${(word.length === 1 ? [encodeSingle(word)] : encodePairs(word)).join(' ')}"`;
}

/** The pairs of a word, in order. */
export function encodePairs(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, index) => encodePair(word, index));
}

function encodePair(text: string, index: number): string {
  return toLetters(text.charCodeAt(index) * 0x1_00_00 + text.charCodeAt(index + 1), PAIR_LETTERS);
}

function encodeSingle(unit: string): string {
  return toLetters(unit.charCodeAt(0), SINGLE_LETTERS);
}

function toLetters(number: number, length: number): string {
  let letters = '';
  for (let rest = number, index = 0; index < length; index += 1) {
    letters = String.fromCharCode(FIRST_LETTER + (rest % BASE)) + letters;
    rest = Math.floor(rest / BASE);
  }
  return letters;
}
