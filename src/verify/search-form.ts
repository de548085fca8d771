/** Signs that look alike, and `σ` at the end of a word. */
const ALIKE: Record<string, string> = { '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '〜': '~', ς: 'σ' };
/** What is left out: spaces, marks, punctuation, of which search takes several kinds for one. */
const LEFT_OUT = /[^\p{L}\p{N}≥≤<>=≈%‰~±]/gu;

/** A text in a form that is the same for all that search takes for the same: letters, figures and signs, in lower case. */
export function searchForm(text: string): string {
  const plain = Array.from(text.normalize('NFKD'), (letter) => ALIKE[letter] ?? letter.toLowerCase());
  return plain.join('').replaceAll(LEFT_OUT, '');
}
