import type { Pair } from './cell-pairs.ts';
import { plainWord, unitsOf, type Words } from './words.ts';

const UNIT = /(?:\(|单位:?)(?:金额)?(?:单位:?)?(?:人民币)?(万?元)\)?/g;
/** The yuan of a text: in the unit of the text, else of its label, else of any text near it, else in that of a form. */
export function isAmount(
  yuan: string,
  { label, value }: Pair,
  around: readonly string[],
  words: Words,
): boolean {
  const [, whole = '', part = '', written] = /^([\d,]+)(?:\.(\d+))?(万?元)?$/.exec(plainWord(value)) ?? [];
  const unitsIn = (text: string) => [...plainWord(text).matchAll(UNIT)].flatMap(([, unit]) => unit ?? []);
  const ways = [written === undefined ? [] : [written], unitsIn(label).slice(0, 1), around.flatMap(unitsIn)];
  const units = ways.find(({ length }) => length > 0) ?? unitsOf(words, label);
  return units.some((unit) => {
    if (whole === '' || !/^\d+\.\d\d$/.test(yuan)) return false;
    const digits = `${whole.replaceAll(',', '')}${part.replace(/0+$/, '').padEnd(unit === '万元' ? 6 : 2, '0')}`;
    return BigInt(digits) === BigInt(yuan.replace('.', ''));
  });
}
