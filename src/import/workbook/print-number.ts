import * as xlsx from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import { formatNumber } from './format-number.ts';

/** The library's printer of numbers, which its types leave open. */
const SSF = xlsx.SSF as {
  format: (format: string, value: number, options: { date1904: boolean }) => string;
  is_date: (format: string) => boolean;
};
const WEEKDAYS = '日一二三四五六';
/** Day 0 of serials is a Saturday, as the first program took 1900 for a leap year. */
const FIRST_WEEKDAY = 6;
const DAYS_TO_1904 = 1_462;
/** Chinese numerals, calendars of other peoples, and names of months and days in the file's language: no one prints them. */
const UNPRINTED = /\[DBNum\d\]|\[\$-1[\da-f]{5,}\]|(?<![a-z])mmm|(?<![a-z])ddd/i;

/**
 * A number as a Chinese spreadsheet program prints it. Null: its format is one that nothing here can print.
 *
 * @param format Its code: `0.00%`, `yyyy"年"m"月"`.
 */
export function printNumber(value: number, format: string, date1904: boolean): string | null {
  try {
    const plain = format
      .replace(/^\[\$-F800\][^;]*/i, 'yyyy"年"m"月"d"日"')
      .replace(/^\[\$-F400\][^;]*/i, 'h:mm:ss')
      .replaceAll(/\[(?:黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|颜色\d+)\]/g, '');
    const words = plain.replaceAll(/"[^"]*"|\\.|!./gu, '');
    const isDate = /[ymdhsa]/i.test(words.replaceAll(/\[[^\]]*\]|General|G\/通用格式/gi, ''));
    if (UNPRINTED.test(words) && isDate) return null;
    if (/\[DBNum/i.test(words)) return null;
    if (isDate) return printDate(value, plain, date1904);
    const rounded = roundFor(value, words);
    return (formatNumber(rounded, plain) ?? SSF.format(plain, rounded, { date1904 })).trim();
  } catch {
    return null;
  }
}

function printDate(value: number, format: string, date1904: boolean): string {
  const serial = date1904 ? value + DAYS_TO_1904 : value;
  const weekday = WEEKDAYS[(Math.floor(serial) + FIRST_WEEKDAY) % 7] ?? '';
  const isChinese = format.includes('上午/下午');
  const plain = format
    .replaceAll('上午/下午', 'AM/PM')
    .replaceAll(/"[^"]*"|\\.|aaaa|aaa/gi, (part) =>
      /^a/i.test(part) ? `"${part.length === 4 ? '星期' : ''}${weekday}"` : part,
    );
  const printed = (formatNumber(value, plain) ?? SSF.format(plain, value, { date1904 })).trim();
  return isChinese ? printed.replace('AM', '上午').replace('PM', '下午') : printed;
}

/**
 * A number with as many decimals as its format shows. The library rounds binary fractions: it prints 0.285 as 28%, where a
 * program prints 29%.
 */
function roundFor(value: number, words: string): number {
  const [section = ''] = words.split(';');
  if (/[e/]/i.test(section) || !/[0#?]/.test(section)) return value;
  const decimals = /\.([0#?]*)/.exec(section)?.[1]?.length ?? 0;
  const percents = section.split('%').length - 1;
  const thousands = /[0#?](,+)(?![0#?,])/.exec(section)?.[1]?.length ?? 0;
  const places = decimals + 2 * percents - 3 * thousands;
  const digits = new Decimal(value.toPrecision(15));
  if (places >= 0) return digits.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber();
  const unit = new Decimal(10).pow(-places);
  return digits.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(unit).toNumber();
}

/** A text as a format prints it: `@"人"` puts words behind it, `;;;` hides it. */
export function printText(text: string, format: string): string {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;|^)(?=;|$)/g) ?? [];
  const section =
    sections[3] ?? (sections.length < 4 ? sections.find((part) => part.includes('@')) : undefined);
  if (section === undefined) return text;
  return section
    .replaceAll(/\[[^\]]*\]|_.|\*./gu, '')
    .replaceAll(/"([^"]*)"|[\\!](.)|@/gu, (part, quoted?: string, escaped?: string) =>
      part === '@' ? text : (quoted ?? escaped ?? ''),
    );
}
