/**
 * In: folded texts.
 * Out: one word of plain letters for each pair of neighbouring characters, which no segmenter or stemmer changes.
 *
 * Pagefind splits Chinese into words in one way when it indexes and in another when it searches. So we tokenize the text
 * ourselves: `参训率` is indexed as 参训 训率; `训率` is a query for that word, and a longer query is a phrase.
 */

const BASE = 26;
const FIRST_LETTER = 97;
/** Letters for a pair (65,536² are possible) and for a single unit. */
const PAIR_LETTERS = 7;
const SINGLE_LETTERS = 4;

/** Pagefind doesn't index this sign, but counts it as a position: no phrase crosses it, and it fills gaps. */
export const BARRIER = '¦';

/**
 * The words of one section: each cell's pairs and a barrier, so n words for n units; then each new unit, for queries of one.
 *
 * @param cells Folded, without spaces.
 * @param units Units of earlier sections; those of this one are added.
 */
export function encodeSection(cells: readonly string[], units: Set<string>): string[] {
  const singles: string[] = [];
  for (const unit of cells.join('').split('')) {
    if (!units.has(unit)) singles.push(encodeSingle(unit));
    units.add(unit);
  }
  return [...cells.flatMap((cell) => [...encodePairs(cell), BARRIER]), ...singles];
}

/** A query for the records with a cell that contains this word. */
export function encodeQuery(word: string): string {
  return `"${(word.length === 1 ? [encodeSingle(word)] : encodePairs(word)).join(' ')}"`;
}

/** The pairs of a word, in order. */
export function encodePairs(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, index) =>
    toLetters(word.charCodeAt(index) * 0x1_00_00 + word.charCodeAt(index + 1), PAIR_LETTERS),
  );
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
