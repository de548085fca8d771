import words from './forms/forms.json' with { type: 'json' };

/** Words that change nothing in the meaning of a label, with what they are replaced by: 及代码, 名称, 当年, words for sums. */
const FOLDS = words.folds.map(([pattern = '', word = '']) => [new RegExp(pattern), word] as const);

/** Longest key that is folded: labels are short. */
const LONGEST = 24;
/** By key: each list of labels of each form is searched for it. */
const foldedKeys = new Map<string, string[]>();

/**
 * A label's key in the forms that mean the same, the closest first: without 及代码 and 名称, 当年 as 年度, words for a sum as one,
 * then without 项目 before it.
 */
export function foldLabel(key: string): string[] {
  if (key.length > LONGEST) return [key];
  const cached = foldedKeys.get(key);
  if (cached) return cached;
  const folded = fold(key);
  foldedKeys.set(key, folded);
  return folded;
}

function fold(key: string): string[] {
  const folded = FOLDS.reduce((text, [pattern, word]) => text.replace(pattern, word), key);
  return folded.startsWith('项目') && folded.length > 4 ? [folded, folded.slice(2)] : [folded];
}
