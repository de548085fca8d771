import type { Figure, Money, Target } from './record.ts';
import { isSum, unitsIn } from './is-amount.ts';
import { plainWord } from './words.ts';

const POINTS = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:[%‰]|分)?$/;
const SUM = /^-?[\d,]+(?:\.\d+)?(?:万?元)?$/;
/** `≥95%`, `3次`: what can be read in one way. */
const PLAIN = /^([≥≤<>=≈])?(\d+(?:\.\d+)?)(%|个|个月|次|人|人次|项|元|万元|场|天|家|件|套|台|户|期)$/;

/** Whether points or per cent are what their text says; a text that is no number has none. */
export function isFigure(figure: Figure | null): boolean {
  if (!figure) return true;
  const [, number] = POINTS.exec(plainWord(figure.text)) ?? [];
  return figure.value === (number?.replaceAll(',', '') ?? null);
}

/** Whether a sum is what its text says, in its unit or the first that the labels name; without a unit it is no sum. */
export function isMoney(money: Money | null, labels: readonly string[]): boolean {
  if (!money) return true;
  const { text, yuan } = money;
  const plain = plainWord(text);
  const units = labels.flatMap(unitsIn).slice(0, 1);
  if (yuan !== null) return isSum(yuan, text, units);
  return !SUM.test(plain) || !/^\D*\d/.test(plain) || (units.length === 0 && !plain.endsWith('元'));
}

/** Whether the figures of a target are in its text, and nothing else; of a plain one, all of it. Figures in words are not looked for. */
export function hasFigures(target: Target | null, hasMore: boolean): boolean {
  if (!target) return true;
  const { comparator, value, upper, unit } = target;
  const text = target.text.normalize('NFKC').replaceAll(/\s|(?<=\d),(?=\d{3}(?!\d))/g, '');
  const [plain, sign = null, figure, word = null] = PLAIN.exec(text) ?? [];
  // A column of its own can name the unit or the sign.
  if (plain !== undefined && !hasMore)
    return comparator === sign && value === figure && upper === null && unit === word;
  return !/\d/.test(text) || [value, upper].every((each) => text.includes(each?.replace('-', '') ?? ''));
}
