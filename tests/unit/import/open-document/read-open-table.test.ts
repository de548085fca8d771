import { expect, test } from 'vitest';
import { readOpenTable } from '../../../../src/import/open-document/read-open-table.ts';
import { must } from '../../../../src/record/must.ts';
import { readElement } from '../../../../src/import/read-xml.ts';

/** A cell: its text, and how many rows and columns it covers. Null: another cell covers it. */
type Cell = string | [text: string, rows: number, columns: number] | null;

function read(rows: readonly string[], columns = '') {
  const xml = `<table:table xmlns:table="t" xmlns:text="x">${columns}${rows.join('')}</table:table>`;
  const remarks: string[] = [];
  const { rows: found, merges } = readOpenTable(must(readElement(xml, 'table')), '表', new Map(), remarks);
  return { cells: found.map(({ cells }) => cells), merges, remarks };
}

function row(cells: readonly Cell[], attributes = ''): string {
  const tags = cells.map((cell) => {
    if (cell === null) return '<table:covered-table-cell/>';
    const [text, down, across] = typeof cell === 'string' ? [cell, 1, 1] : cell;
    const spans = `table:number-rows-spanned="${down}" table:number-columns-spanned="${across}"`;
    return `<table:table-cell ${spans}><text:p>${text}</text:p></table:table-cell>`;
  });
  return `<table:table-row ${attributes}>${tags.join('')}</table:table-row>`;
}
const HIDDEN = 'table:visibility="collapse"';

test('a merged cell has the rows and columns that it covers', () => {
  const { cells, merges } = read([
    row([['甲', 2, 2], null, '一']),
    row([null, null, '二']),
    row([['乙', 1, 2], null, ['三', 2, 1]]),
    row(['丙', '丁', null]),
  ]);
  expect(cells).toEqual([
    ['甲', '', '一'],
    ['', '', '二'],
    ['乙', '', '三'],
    ['丙', '丁', ''],
  ]);
  expect(merges).toEqual([
    { row: 0, column: 0, rows: 2, columns: 2 },
    { row: 2, column: 0, rows: 1, columns: 2 },
    { row: 2, column: 2, rows: 2, columns: 1 },
  ]);
});

test('a merged cell ends where it says, whatever is covered below it', () => {
  const { merges } = read([
    row(['一', ['甲', 2, 1]]),
    row(['二', null]),
    // The second cell is covered by the one before it.
    row([['三', 1, 2], null]),
  ]);
  expect(merges).toEqual([
    { row: 0, column: 1, rows: 2, columns: 1 },
    { row: 2, column: 0, rows: 1, columns: 2 },
  ]);
});

test('rows and columns that are hidden do not count', () => {
  const { cells, merges } = read(
    [
      row([['', 1, 4], null, null, null]),
      row([['', 3, 1], '藏', ['甲', 1, 2], null], HIDDEN),
      row([null, '藏', ['乙', 3, 2], null]),
      row([null, '藏', null, null], HIDDEN),
      row(['丙', '藏', null, null]),
    ],
    `<table:table-column/><table:table-column ${HIDDEN}/><table:table-column table:number-columns-repeated="2"/>`,
  );
  expect(cells).toEqual([
    ['', '乙'],
    ['丙', ''],
  ]);
  expect(merges).toEqual([{ row: 0, column: 1, rows: 2, columns: 2 }]);
});

test('each copy of a repeated row has its merged cells, and blank rows are one', () => {
  const { cells, merges } = read([
    row([['甲', 1, 2], null], 'table:number-rows-repeated="2"'),
    row([['', 3, 1], '']),
    row([null, ''], 'table:number-rows-repeated="1000000"'),
    row([null, '乙']),
  ]);
  expect(cells).toEqual([
    ['甲', ''],
    ['甲', ''],
    ['', ''],
    ['', ''],
    ['', '乙'],
  ]);
  expect(merges.slice(0, 2)).toEqual([
    { row: 0, column: 0, rows: 1, columns: 2 },
    { row: 1, column: 0, rows: 1, columns: 2 },
  ]);
});
