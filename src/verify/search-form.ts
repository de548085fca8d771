/** Signs that look alike, and `σ` at the end of a word. */
const ALIKE: Record<string, string> = { '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '〜': '~', ς: 'σ' };
/** Letters that have a lower case, and signs that look alike. */
const CHANGED = /[\p{Lu}\p{Lt}≧⩾≦⩽〜ς]/gu;
/** Characters of one UTF-16 unit: search knows no other forms of the others. */
const SIMPLE = /[\0-\ud7ff\ue000-\uffff]+/g;
/** Spaces, marks and punctuation, which are removed: search treats several kinds of them as one. */
const LEFT_OUT = /[^\p{L}\p{N}≥≤<>=≈%‰~±]/gu;

/** A text in a form that is the same for all that search takes for the same: letters, figures and signs, in lower case. */
export function searchForm(text: string): string {
  const known = forms.get(text);
  if (known !== undefined) return known;
  const plain = text
    .replaceAll(SIMPLE, (part) => part.normalize('NFKD'))
    .replaceAll(CHANGED, (letter) => ALIKE[letter] ?? letter.toLowerCase());
  const form = plain.replaceAll(LEFT_OUT, '');
  if (forms.size === REMEMBERED) forms.clear();
  if (text.length <= LONGEST) forms.set(text, form);
  return form;
}

/** The words of a text in Latin letters, in lower case. Spaces part none; all other signs do. */
export function latinWords(text: string): string[] {
  if (!/[\p{Script=Latin}\u2100-\u24FF]/u.test(text)) return [];
  return toPlainUnits(text).match(/[a-z]+/g) ?? [];
}

/** The digits of a text that are whole numbers: 2 of `第2次`, none of `12.5`, `1,200`. */
export function wholeDigits(text: string): string[] {
  if (!/\p{N}/u.test(text)) return [];
  const plain = toPlainUnits(text).replaceAll('、', ',').replaceAll('。', '.');
  return plain.match(/(?<!\d|\d\.)\d(?!\d|\.0*[1-9]|,\d{3})/g) ?? [];
}

/** A text without spaces, unit by unit in lower case and in its usual width. */
function toPlainUnits(text: string): string {
  return text.replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]/g, '').replaceAll(/[^]/g, (unit) => {
    const form = unit.normalize('NFKC').toLowerCase();
    return form.length === 1 ? form : unit;
  });
}

/** Forms of texts that were asked for before, as names and targets are said again and again. */
const forms = new Map<string, string>();
const REMEMBERED = 20_000;
const LONGEST = 40;
