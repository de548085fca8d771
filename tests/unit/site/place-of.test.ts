import { expect, test } from 'vitest';
import { sentence } from '../../../src/record/message.ts';
import { placeMessage, toPlaceOf } from '../../../src/site/place-of.ts';

const sheetOf = (file: string, line: number, part: string | null) => ({
  file,
  above: [{ line: line - 1, text: '项目绩效目标表' }],
  rows: [3, 4].map((row, place) => ({ line: line + place, part, row, cells: ['河道清淤'] })),
  merges: [],
});
const originalOf = (file: string, name: string) => ({ file, name, sha256: 'a'.repeat(64), parts: ['甲'] });
const sheets = [sheetOf('a.original.pdf', 10, '第 37 页'), sheetOf('b.original.xlsx', 20, '工作表“甲”')];
const [pdf, xlsx] = [
  originalOf('a.original.pdf', '水务局.pdf'),
  originalOf('b.original.xlsx', '林业局.xlsx'),
];

test.each([
  ['of no original', { sheets: [], publication: {} }, ['第 9 行', '第 11 行', '第 21 行', '第 99 行']],
  [
    'of originals that are not named',
    { sheets, publication: {} },
    ['原件第 37 页', '原件第 37 页', '原件工作表“甲”第 4 行', '原件'],
  ],
  [
    'of one original',
    { sheets, publication: { originals: [pdf] } },
    ['原件第 37 页', '原件第 37 页', '原件工作表“甲”第 4 行', '原件'],
  ],
  [
    'of several originals',
    { sheets, publication: { originals: [pdf, xlsx] } },
    ['原件“水务局.pdf”第 37 页', '原件“水务局.pdf”第 37 页', '原件“林业局.xlsx”工作表“甲”第 4 行', '原件'],
  ],
])('lines %s are called by their places', (_, entry, places) => {
  expect([9, 11, 21, 99].map(toPlaceOf(entry))).toEqual(places);
});

test('all lines that a message names are called by their places', () => {
  const [first, last] = [10, 21].map((line) => ({ line, column: 1 }));
  const message = sentence`合计（${first ?? ''}）和各项（${last ?? ''}）不同`;
  expect(placeMessage(message, toPlaceOf({ sheets, publication: {} }))).toBe(
    '合计（原件第 37 页）和各项（原件工作表“甲”第 4 行）不同',
  );
});

test('a line above a table without rows has no place in its original', () => {
  const above = [{ line: 9, text: '项目绩效目标表' }];
  const empty = { file: pdf.file, above, rows: [], merges: [] };
  expect(toPlaceOf({ sheets: [empty], publication: {} })(9)).toBe('原件');
});
