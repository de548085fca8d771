import type { Pair } from './cell-pairs.ts';
import { plainWord, unitsOf, type Words } from './words.ts';

const UNIT = /(?:\(|单位:?)(?:金额)?(?:单位:?)?(?:人民币)?(万?元)\)?/g;
const AMOUNT = /^(-?)([\d,]+)(?:\.(\d+))?(万?元)?$/;
/** Digits behind the point, more than any table has. */
const PLACES = 20;

/** The yuan of a text: in the unit of the text, else of its label, else of any text near it, else in that of a form. */
export function isAmount(
  yuan: string,
  { label, value }: Pair,
  around: readonly string[],
  words: Words,
): boolean {
  const ways = [unitsIn(label).slice(0, 1), around.flatMap(unitsIn)];
  return isSum(yuan, value, ways.find(({ length }) => length > 0) ?? unitsOf(words, label));
}

/** Whether a text is a sum of yuan: in its own unit, else in one of these. */
export function isSum(yuan: string, text: string, units: readonly string[]): boolean {
  const [, sign = '', whole = '', part = '', written] = AMOUNT.exec(plainWord(text)) ?? [];
  const [, minus = '', before = '', behind = ''] = /^(-?)(\d+)\.(\d\d+)$/.exec(yuan) ?? [];
  if (whole === '' || before === '') return false;
  return (written === undefined ? units : [written]).some((unit) => {
    const digits = whole.replaceAll(',', '') + part.padEnd(unit === '万元' ? PLACES + 4 : PLACES, '0');
    return sign === minus && BigInt(digits) === BigInt(before + behind.padEnd(PLACES, '0'));
  });
}

/** The units of money that a text names: （万元）, 单位：元. */
export function unitsIn(text: string): string[] {
  return [...plainWord(text).matchAll(UNIT)].flatMap(([, unit]) => unit ?? []);
}
