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

/** Tick boxes and ticks of the fonts Wingdings and Wingdings 2. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x75, '◆'],
  [0x9f, '•'],
  [0xa1, '○'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xd8, '➢'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0xa3, '☐'],
]);
const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['Symbol', SYMBOL],
  ['Wingdings', WINGDINGS],
  ['Wingdings 2', WINGDINGS_2],
]);

/**
 * The character that a font shows for a code. Private codes (F0B3) and those below 0100 are the font's own, others are Unicode.
 * Null: the font is not listed here, or it has no such character.
 */
export function symbolCharacter(font: string, code: number): string | null {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (own >= 0x100) return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code);
  return FONTS.get(font)?.get(own) ?? null;
}
