import { expect, test } from 'vitest';
import { formatPlace, formatRows, kindOfOriginal, pageOf } from '../../../src/display/format-original.ts';

test.each([
  ['预算.PDF', 'PDF'],
  ['预算.xlsx', 'Excel'],
  ['预算.xls', 'Excel'],
  ['预算.ods', '表格文件'],
  ['预算.et', '表格文件'],
  ['预算.docx', 'Word'],
  ['预算.doc', 'Word'],
  ['预算.rtf', '文档'],
  ['预算.odt', '文档'],
  ['预算.wps', '文档'],
  ['预算.html', '网页'],
  ['预算.htm', '网页'],
  ['预算.csv', 'CSV'],
  ['预算.tsv', 'CSV'],
  ['预算.md', '文本'],
  ['预算', '文本'],
])('%s is called %s', (name, kind) => {
  expect(kindOfOriginal(name)).toBe(kind);
});

test.each([
  [{ part: '第 37 页', row: 4 }, '原件第 37 页', 37],
  [{ part: '第 37 页第 2 张表', row: 4 }, '原件第 37 页', 37],
  [{ part: '工作表“第 3 页”', row: 4 }, '原件工作表“第 3 页”第 4 行', null],
  [{ part: null, row: 4 }, '原件第 4 行', null],
  [{ part: null, row: null }, '原件', null],
])('%j is %s', (row, place, page) => {
  expect(formatPlace(row)).toBe(place);
  expect(formatPlace(row, '甲&乙.pdf')).toBe(place.replace('原件', '原件“甲&乙.pdf”'));
  expect(pageOf(row)).toBe(page);
});

test('rows are named from the first to the last, by part', () => {
  const row = (part: string | null, number: number) => ({ part, row: number });
  expect(formatRows([row('第 3 页', 9), row('第 4 页', 1)])).toBe('第 3—4 页');
  expect(formatRows([row('工作表“甲”', 3), row('工作表“甲”', 25)])).toBe('工作表“甲”第 3—25 行');
  expect(formatRows([row(null, 3)])).toBe('第 3 行');
  expect(formatRows([row('工作表“甲”', 3), row('工作表“乙”', 9), { part: '工作表“丙”', row: null }])).toBe(
    '工作表“甲”第 3 行、工作表“乙”第 9 行',
  );
  expect(formatRows([{ part: null, row: null }])).toBe('');
});
