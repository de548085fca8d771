import { isTitle } from './captions.ts';
import { isLabel, plainWord, type Words } from './words.ts';

/** Words of money that no list has. */
const FUNDS = /(?:资金|拨款|收入|结转|结余|补助)$/;
const UNIT_ALONE = /^(?:\(?(?:金额)?单位:?(?:人民币)?万?元\)?|\(万?元\))$/;

/** Whether a text is a word of a table of results. */
export function isWordOfResults(text: string, words: Words): boolean {
  const plain = plainWord(text);
  return isLabel(words, text) || isTitle(text) || isUnitAlone(text) || plain === '其中' || FUNDS.test(plain);
}

/** Whether a text says the unit of sums and nothing else. */
export function isUnitAlone(text: string): boolean {
  return UNIT_ALONE.test(plainWord(text));
}
