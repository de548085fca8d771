/** HTML and XML can't hold these, so neither pages nor the feed could show them as published. Tabs and line ends are none. */
const CONTROL = /(?![\t\r\n])[\p{Cc}\p{Noncharacter_Code_Point}]/u;

/** The first character of a text that no page can show: its offset in UTF-16 units, and its code such as `U+001B`. */
export function findControlCharacter(text: string): { at: number; code: string } | null {
  const found = CONTROL.exec(text);
  if (!found) return null;
  const code = Number(found[0].codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
  return { at: found.index, code: `U+${code}` };
}
