import { Converter } from 'opencc-js';

/** The first and the last of the unified ideographs. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * Traditional characters that a text lacks, by the simplified ones that it has: `{ 黨: '党' }`.
 *
 * One that the text itself uses is left alone: whoever types it means it.
 */
export function toSimplified(characters: ReadonlySet<string>): Record<string, string> {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const simplified: Record<string, string> = {};
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index));
  // Converted one by one: a phrase may be converted into other words.
  for (const converter of converters) {
    for (const character of all) {
      if (characters.has(character) || character in simplified) continue;
      const converted = converter(character);
      if (converted.length === 1 && characters.has(converted)) simplified[character] = converted;
    }
  }
  return simplified;
}
