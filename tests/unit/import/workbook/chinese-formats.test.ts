import { expect, test } from 'vitest';
import { chineseFormat } from '../../../../src/import/workbook/chinese-formats.ts';
import { printNumber } from '../../../../src/import/workbook/print-number.ts';

/** 5 January 2026, 13:04:05. */
const MOMENT = 46_027 + (13 * 3600 + 4 * 60 + 5) / 86_400;

test.each([
  [5, 1234.5, '¥1,235'],
  [5, -1234, '¥-1,234'],
  [7, -1234.5, '¥-1,234.50'],
  [14, MOMENT, '2026/1/5'],
  [22, MOMENT, '2026/1/5 13:04'],
  [27, MOMENT, '2026年1月'],
  [28, MOMENT, '1月5日'],
  [30, MOMENT, '1-5-26'],
  [31, MOMENT, '2026年1月5日'],
  [32, MOMENT, '13时04分'],
  [33, MOMENT, '13时04分05秒'],
  [34, MOMENT, '下午1时04分'],
  [41, 1234, '1,234'],
  [41, 0, '-'],
  [43, -1234.5, '-1,234.50'],
  [57, MOMENT, '2026年1月'],
])('format %i prints %d as %s', (id, value, text) => {
  expect(printNumber(value, chineseFormat(id) ?? '', false)).toBe(text);
});

test.each([0, 1, 9, 164])('format %i is of any language', (id) => {
  expect(chineseFormat(id)).toBeNull();
});
