import { expect, test } from 'vitest';
import { locateCells } from '../../../src/desk/locate-cells.ts';
import type { PageLayout } from '../../../src/import/imported.ts';
import type { Sheet } from '../../../src/record/sheet-schema.ts';

/** A table of rows, each with its place in the original, from line 10 on. */
const sheetOf = (...rows: [part: string, row: number, ...cells: string[]][]): Sheet => ({
  ...{ file: 'a.original.pdf', above: [], merges: [] },
  rows: rows.map(([part, row, ...cells], index) => ({ line: index + 10, part, row, cells })),
});
/** A page whose cells are given as table, row, left edge, text. */
const pageOf = (
  number: number,
  ...cells: [table: number, row: number, left: number, text: string][]
): PageLayout => ({
  ...{ number, rotation: 0, width: 600, height: 800 },
  cells: cells.map(([table, row, left, text]) => ({
    ...{ table, row, text, left },
    ...{ right: left + 100, top: row * 20, bottom: row * 20 + 20 },
  })),
});
const placesOf = (
  sheet: Sheet,
  pages: readonly PageLayout[],
  isShown: (line: number) => boolean = () => true,
) =>
  locateCells(sheet, pages, isShown).map(({ number, cells }) => [
    number,
    cells.map(({ line, column, left, text }) => `${line} ${column} ${left} ${text}`),
  ]);

test('cells of one text are taken in their order, whatever the page draws first', () => {
  const sheet = sheetOf(['第 3 页', 1, '100%', '', '100%'], ['第 3 页', 2, '甲', '乙', '']);
  const page = pageOf(3, [1, 1, 300, '100%'], [1, 2, 200, '乙'], [1, 1, 100, '100%'], [1, 2, 100, '甲']);
  expect(placesOf(sheet, [page])).toEqual([
    [3, ['10 0 100 100%', '10 2 300 100%', '11 0 100 甲', '11 1 200 乙']],
  ]);
});

test('a table knows its own rows from those of another one of the page', () => {
  const page = pageOf(3, [1, 1, 100, '甲'], [2, 1, 100, '甲']);
  expect(placesOf(sheetOf(['第 3 页第 2 张表', 1, '甲']), [page])).toEqual([[3, ['10 0 100 甲']]]);
  expect(locateCells(sheetOf(['第 3 页第 2 张表', 1, '甲']), [page], () => true)[0]?.cells[0]?.table).toBe(2);
  expect(placesOf(sheetOf(['第 4 页', 1, '甲']), [page])).toEqual([]);
});

test('a cell that a page parts is in two places, and a text that nobody wrote in none', () => {
  const sheet = sheetOf(['第 3 页', 1, '目标', '建成图书角二十个。'], ['第 4 页', 2, '乙', '']);
  const pages = [
    pageOf(3, [1, 1, 100, '目标'], [1, 1, 200, '建成图书角']),
    pageOf(4, [1, 1, 200, '二十个。'], [1, 1, 300, '别的'], [1, 2, 100, '乙']),
  ];
  expect(placesOf(sheet, pages)).toEqual([
    [3, ['10 0 100 目标', '10 1 200 建成图书角']],
    [4, ['10 1 200 二十个。', '11 0 100 乙']],
  ]);
});

test('spaces make no difference, and pages without rows that are shown are left out', () => {
  const sheet = sheetOf(['第 3 页', 1, '2026年 目标'], ['第 4 页', 1, '乙']);
  const pages = [pageOf(3, [1, 1, 100, '2026年\n目标']), pageOf(4, [1, 1, 100, '乙'])];
  expect(placesOf(sheet, pages, (line) => line === 10)).toEqual([[3, ['10 0 100 2026年\n目标']]]);
});
