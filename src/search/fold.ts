/**
 * Folding: texts that a reader takes for the same become the same. Index and browser share it.
 *
 * It maps each UTF-16 unit to one unit, so that a place in the folded text is the same place in the original.
 */

/** What NFKC leaves apart: look-alikes on a keyboard, and signs that input methods choose for the writer. */
const SAME: Record<string, string> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '〈': '《',
  '〉': '》',
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '～': '~',
  '〜': '~',
  '·': '·',
  '•': '·',
  '、': ',',
  '。': '.',
};

/** What units were folded to, by code. */
const known: string[] = [];
/** Whether a unit is a space, by code. */
const spaces: boolean[] = [];

/** Full-width and half-width, upper and lower case, and signs that look alike, made one. Same length as the text. */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) folded += foldUnit(text.charAt(index));
  return folded;
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  const before = known[code];
  if (before !== undefined) return before;
  const plain = single(unit.normalize('NFKC'), unit);
  const same = SAME[plain] ?? SAME[unit] ?? plain;
  const folded = single(same.toLowerCase(), same);
  known[code] = folded;
  return folded;
}

/** The candidate where it is one unit, else the unit as it was. */
function single(candidate: string, unit: string): string {
  return candidate.length === 1 ? candidate : unit;
}

/** A text as it is searched: folded, without spaces; and for each unit its place in the original. */
export interface Searchable {
  text: string;
  /** `places[i]` is the index in the original of `text[i]`. */
  places: number[];
}

/** Folds a text and drops its spaces, which offices put in and leave out: `> 95%` is `>95%`. */
export function toSearchable(original: string): Searchable {
  const folded = fold(original);
  const places: number[] = [];
  let text = '';
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charAt(index);
    if (isSpace(unit)) continue;
    text += unit;
    places.push(index);
  }
  return { text, places };
}

/** The words of a query: folded, cut at spaces. */
export function toWords(query: string): string[] {
  const words = fold(query)
    .split(/[\s\u200B-\u200D\u2060\uFEFF]+/)
    .filter((word) => word !== '');
  return [...new Set(words)];
}

function isSpace(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return (spaces[code] ??= /[\s\u200B-\u200D\u2060\uFEFF]/.test(unit));
}
