import { expect, test } from 'vitest';
import { quote } from '../../../src/import/quote.ts';
import { toCellText } from '../../../src/import/to-cell-text.ts';

test.each([
  ['  甲 \t\r 乙  ', '甲 乙'],
  ['甲\n\n \n乙', '甲\n乙'],
  ['\u200b\n≥\u200b98%', '≥98%'],
  [' \n ', ''],
])('%j is a cell of %j', (text, cell) => {
  expect(toCellText(text)).toBe(cell);
});

test.each([
  [' 甲\n\t 乙 ', '甲 乙'],
  ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九十…'],
])('%j is quoted as %j', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});
