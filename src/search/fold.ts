/**
 * Folding: texts that look the same to a reader become equal. Index and browser share it.
 *
 * Each UTF-16 unit is mapped to one unit, so an offset in the folded text is an offset in the original.
 */

/** By the sign they become: look-alikes that NFKC leaves, and punctuation that input methods choose for the writer. */
const LOOK_ALIKES = {
  '≥': '≧⩾',
  '≤': '≦⩽',
  '《': '〈',
  '》': '〉',
  '"': '“”„「」',
  "'": '‘’',
  '-': '–—−‐',
  '~': '～〜',
  '·': '•',
  ',': '、',
  '.': '。',
};
const SAME = new Map<string, string>(
  Object.entries(LOOK_ALIKES).flatMap(([sign, others]) =>
    others.split('').map((other) => [other, sign] as const),
  ),
);

/** White space, and characters of no width. */
const SPACE = /[\s\u200B-\u200D\u2060\uFEFF]/;
/** By code: an index folds millions. */
const foldedUnits: string[] = [];

/** Folds width, case, similar signs and white space. The result has the same length as the text. */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) folded += foldUnit(text.charAt(index));
  return folded;
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  const cached = foldedUnits[code];
  if (cached !== undefined) return cached;
  const plain = single(unit.normalize('NFKC'), unit);
  const same = SAME.get(plain) ?? SAME.get(unit) ?? plain;
  const folded = SPACE.test(same) ? ' ' : single(same.toLowerCase(), same);
  foldedUnits[code] = folded;
  return folded;
}

/** The candidate if it is one unit, else the unit itself. */
function single(candidate: string, unit: string): string {
  return candidate.length === 1 ? candidate : unit;
}

export interface Searchable {
  /** Folded, without spaces. */
  text: string;
  /** `offsets[i]` is the offset in the original of `text[i]`. */
  offsets: number[];
}

/** Folds a text and drops its spaces, which offices use inconsistently: `> 95%` is `>95%`. */
export function toSearchable(original: string): Searchable {
  const folded = fold(original);
  const offsets: number[] = [];
  let text = '';
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charAt(index);
    if (unit === ' ') continue;
    text += unit;
    offsets.push(index);
  }
  return { text, offsets };
}

/** The distinct words of a query: folded, split at spaces. */
export function toWords(query: string): string[] {
  const words = fold(query).split(' ');
  return [...new Set(words.filter((word) => word !== ''))];
}
