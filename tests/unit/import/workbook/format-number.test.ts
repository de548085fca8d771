import { expect, test } from 'vitest';
import { formatNumber } from '../../../../src/import/workbook/format-number.ts';

test.each([
  [35, 'General"人"', '35人'],
  [12, '"≥"General"次"', '≥12次'],
  [0.95, '≥0%', '≥95%'],
  [125_000, '0!.0,"万元"', '12.5万元'],
  [4, '0!.00', '0.04'],
  [6, '[$-804]0"件"', '6件'],
  [86.5, '[$-804]0.00', '86.50'],
  [1208.8, '[$¥-804]#,##0.00', '¥1,208.80'],
  [3, '0个', '3个'],
])('%d as %s prints %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

test.each(['General', '0.00', '#,##0.00_);[Red]\\(#,##0.00\\)', 'yyyy"年"m"月"', '0%', '@', '0.0"万元"'])(
  '%s is the library’s',
  (format) => {
    expect(formatNumber(3, format)).toBeNull();
  },
);
