import { Converter } from 'opencc-js';

/** First and last CJK unified ideograph. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * Traditional characters that a text lacks, with the simplified ones that it has: `{ 黨: '党' }`.
 *
 * A traditional character that the text contains is not replaced in a query.
 */
export function simplifiedCharacters(characters: ReadonlySet<string>): Record<string, string> {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const simplified: Record<string, string> = {};
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index));
  // One by one: in a phrase, words may be replaced.
  for (const convert of converters) {
    for (const character of all) {
      if (characters.has(character) || character in simplified) continue;
      const converted = convert(character);
      if (converted.length === 1 && characters.has(converted)) simplified[character] = converted;
    }
  }
  return simplified;
}
