/** Characters of the font Symbol that tables use, by their codes in it. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0x2d, '-'],
  [0x3c, '<'],
  [0x3d, '='],
  [0x3e, '>'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
]);

/**
 * The character that a font shows for a code. Private codes (F0B3) and those below 0100 are the font's own, others are Unicode.
 * Null: the font is not Symbol, or the character is none of a table.
 */
export function symbolCharacter(font: string, code: number): string | null {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (own >= 0x100) return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code);
  return font === 'Symbol' ? (SYMBOL.get(own) ?? null) : null;
}
