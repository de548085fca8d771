/** In: a folded text. Out: the amount that it says: `70万`, `27,700`, `1亿2000万元`, `三十万`. */

export interface Money {
  yuan: number;
  /** Yuan in one of the last place that is written: 10,000 of `70万`, 100 of `2.77万`. */
  place: number;
  /** Whether the text says that it is money. A bare number may count anything. */
  hasUnit: boolean;
}

/** A number, with or without commas. Two groups: the whole part and the decimals. */
export const FIGURE = '(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?';
const SCALE = '万亿|[十百千]?[万亿]|[百千w]';
const CURRENCY = /^(¥?)(.+?)(元整|元|块钱|块|圆)?$/;
/** Zeros behind 1, by character; those of 万 and 亿 add to those of 十, 百 and 千. */
const ZEROS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, w: 4, 亿: 8 };
const DIGITS = '零一二三四五六七八九';
const CHINESE = '[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*';

/** Null: the text is no amount, nor a number. */
export function readMoney(text: string): Money | null {
  const [, sign = '', body = '', currency = ''] = CURRENCY.exec(text) ?? [];
  const money = readFigures(body) ?? readChinese(body);
  return money && { ...money, hasUnit: sign + currency !== '' || /[万亿w]$/.test(body) };
}

/** `1亿2000万`: each part in a smaller scale than the one before. */
function readFigures(text: string): Omit<Money, 'hasUnit'> | null {
  const pattern = new RegExp(`${FIGURE}(${SCALE})?`, 'y');
  let [yuan, last] = [0, Infinity];
  let part = pattern.exec(text);
  if (!part) return null;
  for (; part; part = pattern.exec(text)) {
    const [whole, figure = '', decimals = '', scale = ''] = part;
    const zeros = zerosOf(scale);
    if (zeros >= last) return null;
    yuan += scaled(figure + decimals, zeros);
    const place = 10 ** (zeros - Math.max(0, decimals.length - 1));
    last = zeros;
    if (part.index + whole.length === text.length) return { yuan, place };
  }
  return null;
}

/** A decimal with its point moved, exactly. */
export function scaled(figure: string, zeros: number): number {
  return Number(`${figure.replace(/,/g, '')}e${zeros}`);
}

function zerosOf(scale: string): number {
  return scale.split('').reduce((sum, unit) => sum + (ZEROS[unit] ?? 0), 0);
}

/** `三十万以上` → `30万以上`, `百分之九十五` → `95%`. */
export function withDigits(text: string): string {
  return text
    .replace(new RegExp(`百分之(${CHINESE})`), (whole, words: string) => {
      const number = readChinese(words);
      return number ? `${number.yuan}%` : whole;
    })
    .replace(new RegExp(`${CHINESE}[万亿]`), (words) => {
      const scale = words.slice(-1);
      const number = readChinese(words);
      return number ? `${number.yuan / 10 ** zerosOf(scale)}${scale}` : words;
    });
}

/** `三十万`, `两亿五千万`: a number in Chinese words. */
function readChinese(text: string): Omit<Money, 'hasUnit'> | null {
  if (!new RegExp(`^${CHINESE}$`).test(text)) return null;
  let [total, section, digit] = [0, 0, 0];
  for (const unit of text.split('')) {
    const zeros = ZEROS[unit];
    if (zeros === undefined) digit = DIGITS.indexOf(unit === '两' ? '二' : unit);
    else if (zeros < 4) {
      section += (digit || 1) * 10 ** zeros;
      digit = 0;
    } else {
      const part = section + digit;
      total = zeros === 4 ? total + part * 1e4 : (total + part) * 1e8;
      [section, digit] = [0, 0];
    }
  }
  return { yuan: total + section + digit, place: 10 ** (ZEROS[/[万亿]$/.exec(text)?.[0] ?? ''] ?? 0) };
}
