import { expect, test } from 'vitest';
import { printNumber, printText } from '../../../../src/import/workbook/print-number.ts';

// 46027 is 5 January 2026, a Monday.
test.each([
  [0.95, '0%', '95%'],
  [0.285, '0%', '29%'],
  [1.005, '0.00', '1.01'],
  [27_700, '#,##0.00', '27,700.00'],
  [27_700, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '27,700.00'],
  [-3.5, '#,##0.0;[红色]-#,##0.0', '-3.5'],
  [1_234_567, '0.0,"千元"', '1234.6千元'],
  [1_500, '0,', '2'],
  [0, '0;-0;;@', ''],
  [6, '[$-804]0"件"', '6件'],
  [35, 'General"人"', '35人'],
  [86.5, 'General', '86.5'],
  [120, '[>=100]0"以上";0', '120以上'],
  [46_027, 'yyyy"年"m"月"d"日"', '2026年1月5日'],
  [46_027, 'yyyy年m月', '2026年1月'],
  [46_027, '[$-804]yyyy"年"m"月"d"日";@', '2026年1月5日'],
  [46_027, '[$-F800]dddd, mmmm dd, yyyy', '2026年1月5日'],
  [46_027, 'yyyy/m/d', '2026/1/5'],
  [46_027, 'yyyy-mm-dd aaaa', '2026-01-05 星期一'],
  [46_027.625, 'yyyy/m/d 上午/下午h"时"mm"分"', '2026/1/5 下午3时00分'],
])('%d as %s prints %s', (value, format, text) => {
  expect(printNumber(value, format, false)).toBe(text);
});

test('days are counted from 1904 where the file says so', () => {
  expect(printNumber(46_027 - 1_462, 'yyyy/m/d', true)).toBe('2026/1/5');
});

test.each(['[DBNum1][$-804]General', '[DBNum2]yyyy"年"m"月"', '[$-130000]d/m/yyyy', 'd-mmm-yy', 'dddd'])(
  '%s is not printed',
  (format) => {
    expect(printNumber(46_027, format, false)).toBeNull();
  },
);

test.each([
  ['General', '甲'],
  ['@', '甲'],
  ['0.00', '甲'],
  ['"≥"@"人"', '≥甲人'],
  ['0;-0;0;@"次"', '甲次'],
  [';;;', ''],
])('a text as %s prints %s', (format, text) => {
  expect(printText('甲', format)).toBe(text);
});
