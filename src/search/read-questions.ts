/**
 * In: a query.
 * Out: what each of its words asks: an amount, a range of amounts, a target, a year, or the word itself.
 *
 * Written for browsers of 2018: no lookbehind, no named groups, no classes of scripts.
 */
import { BEFORE, BEHIND, type Comparator } from '../record/comparators.ts';
import { fold, toWords } from './fold.ts';
import { isWithin, rangeBeside, rangeOf, type Range } from './range.ts';
import { FIGURE, readMoney, scaled, withDigits } from './read-money.ts';

/** One amount; matches what rounds to it. `text` is what was typed, in all questions. */
export interface AmountQuestion {
  kind: 'amount';
  text: string;
  yuan: number;
  /** All amounts that are this one, as exactly as it was typed. */
  range: Range;
}
export interface AmountsQuestion {
  kind: 'amounts';
  text: string;
  /** In yuan. */
  range: Range;
}
export interface TargetQuestion {
  kind: 'target';
  text: string;
  range: Range;
  /** Null: none was typed, so any matches. */
  unit: string | null;
}
/** A question that is answered by comparing numbers. */
export type NumberQuestion = AmountQuestion | AmountsQuestion | TargetQuestion;
export type Question =
  NumberQuestion | { kind: 'year'; text: string; year: number } | { kind: 'word'; text: string };

/** What people say besides what offices write. */
const SPOKEN: readonly [Comparator, readonly string[]][] = [
  ['≥', ['≥=', '=>', '不低过', '起码']],
  ['≤', ['=<', '最多', '不到等于']],
  ['>', ['多过', '高过']],
  ['<', ['不到', '不足', '少过']],
];
const SPOKEN_BEHIND: readonly [Comparator, readonly string[]][] = [
  ['≥', ['或以上', '或更多', '或更高', '起']],
  ['≤', ['或以下', '及以内', '封顶']],
];
const UNIT = '([^\\d\\s,.:;<>≥≤=~"-]{0,10})';
const BEHIND_UNIT = '([^\\d\\s,.:;<>≥≤=~"-]{0,10}?)';
const SUBJECT = '([^\\d<>≥≤=~]*?)';
/** 27,700 without a unit is an amount; 36 may count anything. */
const LEAST_AMOUNT = 1_000;
/** `≥2000` counts something; `≥20000` is money. */
const LEAST_BOUND = 10_000;

const FRONT = new RegExp(`^${SUBJECT}(${toPattern([...BEFORE, ...SPOKEN])})${FIGURE}${UNIT}$`);
const BACK = new RegExp(`^${SUBJECT}${FIGURE}${BEHIND_UNIT}(${toPattern([...BEHIND, ...SPOKEN_BEHIND])})$`);
const BETWEEN = new RegExp(`^${SUBJECT}${FIGURE}${BEHIND_UNIT}(?:-|~|至|到)${FIGURE}${UNIT}$`);
const YEAR = /^((?:19|20)\d\d)(?:年度?)?$/;

/** `3天内` means 以内. */
const WITHIN = /(\d(?:年|个?月|周|天|日|小时|分钟|个工作日))内$/;

/** @param years That are published: another number of four digits is no year. */
export function readQuestions(text: string, years: readonly number[]): Question[] {
  const questions = toWords(joinQuantities(fold(text))).flatMap((word): Question[] => {
    const year = Number(YEAR.exec(word)?.[1]);
    if (years.some((other) => other === year)) return [{ kind: 'year', text: word, year }];
    const plain = withDigits(word).replace(WITHIN, '$1以内');
    return readCompared(plain) ?? readRange(plain) ?? readAmount(plain) ?? [{ kind: 'word', text: word }];
  });
  return joinBounds(questions);
}

/** `> 95 % 以上` without its spaces. */
function joinQuantities(text: string): string {
  return text
    .replace(/([<>≥≤=]) +(?=[\d<>=])/g, '$1')
    .replace(/(\d) +(?=(?:%|[万亿元]|以上|以下|以内))/g, '$1')
    .replace(/([%万亿元]) +(?=(?:以上|以下|以内|左右))/g, '$1');
}

/** `满意度≥95%`, `95%以上`, `大于1亿`: its subject is a word. */
function readCompared(word: string): Question[] | null {
  const front = FRONT.exec(word);
  if (front) {
    const [, subject = '', sign = '', whole = '', decimals = '', unit = ''] = front;
    const comparator = comparatorOf(sign, [...BEFORE, ...SPOKEN]);
    const tail = [...BEHIND, ...SPOKEN_BEHIND].find(([, signs]) => signs.some((end) => unit.endsWith(end)));
    if (tail && tail[0] !== comparator) return null;
    const end = tail?.[1].find((text) => unit.endsWith(text)) ?? '';
    return ask({ subject, text: word, comparator, figure: whole + decimals, unit: withoutEnd(unit, end) });
  }
  const [, subject = '', whole = '', decimals = '', unit = '', sign = ''] = BACK.exec(word) ?? [];
  if (sign === '') return null;
  const comparator = comparatorOf(sign, [...BEHIND, ...SPOKEN_BEHIND]);
  return ask({ subject, text: word, comparator, figure: whole + decimals, unit });
}

function ask({
  subject,
  text,
  comparator,
  figure,
  unit,
}: Record<'subject' | 'text' | 'figure' | 'unit', string> & { comparator: Comparator }): Question[] | null {
  const about: Question[] = subject === '' ? [] : [{ kind: 'word', text: subject }];
  const own = text.slice(subject.length);
  const money = readMoney(figure + unit);
  const isMoney = money?.hasUnit === true || (unit === '' && scaled(figure, 0) >= LEAST_BOUND);
  // About 70万 is 70万; about 100人 is what offices write, and found as such.
  if (comparator === '≈') return money && isMoney ? [...about, toAmount(own, money)] : null;
  if (/^[年月日号]/.test(unit)) return null;
  if (money && isMoney) {
    if (comparator === '=') return [...about, toAmount(own, money)];
    return [...about, { kind: 'amounts', text: own, range: rangeBeside(comparator, money.yuan) }];
  }
  const range = rangeBeside(comparator, scaled(figure, 0));
  return [...about, { kind: 'target', text: own, range, unit: unit || null }];
}

/** `5万-10万`, `5-10万元`, `90%~95%`. */
function readRange(word: string): Question[] | null {
  const [, subject = '', whole = '', decimals = '', unit = '', upper = '', more = '', last = ''] =
    BETWEEN.exec(word) ?? [];
  if (whole === '' || upper === '') return null;
  const from = readMoney(whole + decimals + (unit || last));
  const to = readMoney(upper + more + last);
  const about: Question[] = subject === '' ? [] : [{ kind: 'word', text: subject }];
  const text = word.slice(subject.length);
  if (from && to?.hasUnit) return [...about, { kind: 'amounts', text, range: rangeOf(from.yuan, to.yuan) }];
  if (last !== '%' || (unit !== '' && unit !== '%')) return null;
  const range = rangeOf(scaled(whole + decimals, 0), scaled(upper + more, 0));
  return [...about, { kind: 'target', text, range, unit: '%' }];
}

function readAmount(word: string): Question[] | null {
  // The index does not tell a digit alone from one in a longer number; the list of quantities does.
  if (/^\d$/.test(word)) return [{ kind: 'target', text: word, range: rangeOf(+word, +word), unit: null }];
  const money = readMoney(word);
  return money && (money.hasUnit || money.yuan >= LEAST_AMOUNT) ? [toAmount(word, money)] : null;
}

function toAmount(text: string, { yuan, place }: { yuan: number; place: number }): AmountQuestion {
  return { kind: 'amount', text, yuan, range: rangeOf(yuan - place / 2, yuan + place / 2) };
}

/** `≥5万 ≤10万`: one range. */
function joinBounds(questions: readonly Question[]): Question[] {
  const joined: Question[] = [];
  for (const question of questions) {
    const other = joined.find(({ kind }) => kind === 'amounts');
    if (question.kind !== 'amounts' || other?.kind !== 'amounts') {
      joined.push(question);
      continue;
    }
    const [first, second] = [other.range, question.range];
    const isLower = first.from > second.from || (first.from === second.from && isWithin(first, second));
    const lower = isLower ? first : second;
    const upper =
      first.to < second.to || (first.to === second.to && isWithin(first, second)) ? first : second;
    other.range = { from: lower.from, hasFrom: lower.hasFrom, to: upper.to, hasTo: upper.hasTo };
    other.text += ` ${question.text}`;
  }
  return joined;
}

/** The signs, longest first. */
function toPattern(signs: readonly (readonly [Comparator, readonly string[]])[]): string {
  return signs
    .flatMap(([, texts]) => texts)
    .sort((a, b) => b.length - a.length)
    .join('|');
}

function comparatorOf(
  sign: string,
  signs: readonly (readonly [Comparator, readonly string[]])[],
): Comparator {
  return signs.find(([, texts]) => texts.includes(sign))?.[0] ?? '=';
}

function withoutEnd(text: string, end: string): string {
  return end === '' ? text : text.slice(0, -end.length);
}
