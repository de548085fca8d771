import type { Pair } from './cell-pairs.ts';
import { plainWord } from './words.ts';

const UNIT = /(?:\(|单位:?)(?:金额)?(?:单位:?)?(?:人民币)?(万?元)\)?/g;
/** The yuan of a text: in the unit of the text, else of its label, else of any text near it. */
export function isAmount(yuan: string, { label, value }: Pair, around: readonly string[]): boolean {
  const [, whole = '', part = '', written] = /^([\d,]+)(?:\.(\d+))?(万?元)?$/.exec(plainWord(value)) ?? [];
  const unitsOf = (text: string) => [...plainWord(text).matchAll(UNIT)].map(([, unit]) => unit);
  const unit = written ?? unitsOf(label)[0];
  return (unit === undefined ? around.flatMap(unitsOf) : [unit]).some((each) => {
    if (whole === '' || each === undefined || !/^\d+\.\d\d$/.test(yuan)) return false;
    const digits = `${whole.replaceAll(',', '')}${part.replace(/0+$/, '').padEnd(each === '万元' ? 6 : 2, '0')}`;
    return BigInt(digits) === BigInt(yuan.replace('.', ''));
  });
}
