import { BEFORE, BEHIND, type Comparator } from './comparators.ts';
import type { Target } from './disclosure-schema.ts';

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const FIGURE = `-?${DIGITS}`;
const WORDS = String.raw`[\p{Script=Han}\p{Script=Latin}²³]{1,4}`;
/** 台(套), 元/人.天, 万平方米. */
const UNIT = String.raw`[%‰℃\p{Script=Han}\p{Script=Latin}²³]{0,10}(?:\(${WORDS}\))?(?:/${WORDS}(?:[.·]${WORDS})?){0,3}`;
/** What is done with a percentage: 100%完成. It is no part of the unit. */
const DONE = /(?<=%|以上|以内)(?:完成|达标|合格|到位|执行|覆盖|落实)$/;
/** ≥2项（课题研究和决策咨询）: a remark behind a quantity, longer than a word of measure and without figures. */
const REMARK = /(?<=[\p{Script=Han}%])\([^()\d]{5,}\)$/u;
/** `3个月内`: no more than that time. */
const WITHIN = /(?<=%|年|个月|周|天|日|小时|分钟|秒)内$/;
/** `±3%以内`: from -3 to 3. */
const AROUND = new RegExp(`^(?:控制在|不超过)?±(?<value>${DIGITS})(?<unit>${UNIT})$`, 'u');
/** Small whole numbers in words, with a word of measure behind them; `十分满意` and `一流` have none. */
const IN_WORDS =
  /^(?<head>[^一二三四五六七八九十百两零]{0,24}?)(?:百分之(?<percent>[一二三四五六七八九十百零]{1,5})|(?<count>[一二三四五六七八九十百两零]{1,5})(?<unit>个(?:月|季度|班次|百分点)?|人次|次|项|期|天|周|人|场|名|份|套|台|辆|所|家|件|条|篇|户|处|座|亩|公里|批|轮|届|种|类|本|册|支|块|遍|年))(?<tail>及?以上|及?以下|以内|之内|内|左右)?$/u;
const HEAD = new RegExp(`^(?<head>[^\\d-]{0,24}?)(?<quantity>-?\\d.*)$`, 'u');
const SINGLE = new RegExp(`^(?<value>${FIGURE})(?<unit>${UNIT})$`, 'u');
const RANGE = new RegExp(
  `^(?<value>${FIGURE})(?<first>${UNIT}?)[~\\-–—至到](?<upper>${FIGURE})(?<unit>${UNIT})$`,
  'u',
);
/** `回访满意度`, `民兵参训率达`: what is measured. A word that may turn the sense around is none of it. */
const SUBJECT = /^[^,;:。、()不未无非除低高超大小多少约<>=≤≥≈±]*$/u;
/** Longer texts are sentences; the bound keeps matching cheap. */
const LONGEST = 40;

/**
 * Reads one target cell: `≥95%`, `约300人次`, `2~3万人次`, `回访满意度达85%以上`.
 *
 * A text that is not one quantity stays text, every other field null: dates and years (`2026年全年`), words, several
 * quantities in one cell. Never throws; `text` is always the text given.
 */
export function parseTarget(text: string): Target {
  const asText: Target = { text, comparator: null, value: null, upper: null, unit: null };
  const plain = simplify(text).replace(DONE, '').replace(REMARK, '');
  if (plain.length > LONGEST) return asText;
  const around = AROUND.exec(plain.replace(/(?:[以之]?内)?(?:波动|浮动)?$/, ''))?.groups;
  if (around?.['value']) {
    const value = withoutCommas(around['value']);
    return { text, comparator: null, value: `-${value}`, upper: value, unit: around['unit'] || null };
  }
  const { head = '', quantity: rest = '' } = HEAD.exec(toDigits(plain))?.groups ?? {};
  const before = readHead(head);
  const { comparator: behind, quantity, isTime } = readTail(rest);
  const isBound = /^[≥≤<>]$/.test(before ?? behind ?? '');
  const amount = readQuantity(quantity, isTime, isBound);
  if (before === undefined || !amount) return asText;
  if (before && behind && before !== behind) return asText;
  return { text, comparator: before ?? behind, ...amount };
}

/** The comparator that a word of its own stands for: `大于等于`, `≥`. Null: none, or a word that only says what is better (正向). */
export function comparatorOf(word: string): Comparator | null {
  const plain = simplify(word);
  return BEFORE.find(([, signs]) => signs.includes(plain))?.[0] ?? null;
}

/** Full-width forms, look-alike signs (which NFKC leaves alone) and spaces make no difference. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[≧⩾]/g, '≥')
    .replaceAll(/[≦⩽]/g, '≤')
    .replaceAll('═', '=')
    .replaceAll(/\s/g, '');
}

/** What stands before the figure. Null: no comparator. Undefined: words that may mean anything. */
function readHead(head: string): Comparator | null | undefined {
  for (const [comparator, signs] of BEFORE) {
    const sign = signs.find((word) => head.endsWith(word));
    if (sign !== undefined) return SUBJECT.test(head.slice(0, -sign.length)) ? comparator : undefined;
  }
  return head === '' || (/达到?$/.test(head) && SUBJECT.test(head)) ? null : undefined;
}

function readTail(quantity: string): { comparator: Comparator | null; quantity: string; isTime: boolean } {
  for (const [comparator, signs] of BEHIND) {
    const sign = signs.find((word) => quantity.endsWith(word));
    if (sign !== undefined) return { comparator, quantity: quantity.slice(0, -sign.length), isTime: false };
  }
  return WITHIN.test(quantity)
    ? { comparator: '≤', quantity: quantity.slice(0, -1), isTime: true }
    : { comparator: null, quantity, isTime: false };
}

/**
 * @param isTime Whether 内 was behind it: `3日` is then three days.
 * @param isBound Whether ≥, ≤, > or < is before it: `≥2000` is then no year.
 */
function readQuantity(
  quantity: string,
  isTime: boolean,
  isBound: boolean,
): Pick<Target, 'value' | 'upper' | 'unit'> | null {
  const { value, first, upper, unit = '' } = (SINGLE.exec(quantity) ?? RANGE.exec(quantity))?.groups ?? {};
  if (value === undefined) return null;
  const isQuantity = (isTime && unit === '日') || (isBound && unit === '' && upper === undefined);
  if (isDate(value, unit) && !isQuantity) return null;
  if (upper === undefined) return { value: withoutCommas(value), upper: null, unit: unit || null };
  if ((first && first !== unit) || isDate(upper, unit)) return null;
  return { value: withoutCommas(value), upper: withoutCommas(upper), unit: unit || null };
}

/** `两个` → `2个`, `百分之九十五` → `95%`. A text that is no count in words stays as it is. */
function toDigits(plain: string): string {
  const { head = '', percent, count, unit = '', tail = '' } = IN_WORDS.exec(plain)?.groups ?? {};
  const number = parseCount(percent ?? count ?? '');
  return number === null ? plain : `${head}${number}${percent ? '%' : unit}${tail}`;
}

/** A whole number up to 999 in Chinese words; null: the words are none, as in 一百八. */
function parseCount(words: string): number | null {
  const parts =
    /^(?:([一二三四五六七八九两]?)百)?(?:零?([一二三四五六七八九]?)(十))?(?:零?([一二三四五六七八九两]))?$/.exec(
      words,
    );
  if (!parts || words === '') return null;
  const [, hundreds, tens, ten, ones] = parts;
  const hasHundred = hundreds !== undefined;
  if (hasHundred && !ten && ones && !words.includes('零')) return null;
  return (
    (hasHundred ? 100 * (digitOf(hundreds) || 1) : 0) + (ten ? 10 * (digitOf(tens) || 1) : 0) + digitOf(ones)
  );
}

function digitOf(word = ''): number {
  return word === '两' ? 2 : '零一二三四五六七八九'.indexOf(word === '' ? '零' : word);
}

function withoutCommas(figure: string): string {
  return figure.replaceAll(',', '');
}

/** `2026年`, `2026-2028`, `11月底前`: a point in time, not a quantity. `15年` and `36个月` are quantities. */
function isDate(figure: string, unit: string): boolean {
  const isYear =
    /^(?:19|20)\d{2}(?:\.(?:0[1-9]|1[0-2]))?$/.test(figure) && (unit === '' || unit.startsWith('年'));
  return (
    isYear || /^[月日号点时]/.test(unit) || (!/^[百千万亿]?起$/.test(unit) && /[前后底初末起止]$/.test(unit))
  );
}
