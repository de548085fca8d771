import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toTakenFile, type TakenTable } from '../../../src/downloads/taken-table.ts';

const table: TakenTable = {
  name: '满意度：2026/[青溪]',
  columns: [
    { title: '项目', type: 'string', width: 20 },
    { title: '数', type: 'number', width: 9 },
  ],
  rows: [
    ['=河道清淤', '95.50'],
    ['“堤岸”,修补', null],
  ],
  frozen: 1,
  links: { column: 0, addresses: ['https://example.gov.cn/2026/a/', 'https://example.gov.cn/2026/b/'] },
};

test('a CSV has the titles and rows, and no formula', () => {
  const { name, mediaType, bytes } = toTakenFile(table, 'csv');
  expect([name, mediaType]).toEqual(['满意度：2026 [青溪].csv', 'text/csv']);
  expect(parse(Buffer.from(bytes), { bom: true })).toEqual([
    ['项目', '数'],
    ["'=河道清淤", '95.50'],
    ['“堤岸”,修补', ''],
  ]);
});

test('a workbook has the same, with links, under a name that a sheet can have', () => {
  const { name, bytes } = toTakenFile(table, 'xlsx');
  expect(name).toBe('满意度：2026 [青溪].xlsx');
  const book = read(bytes);
  expect(book.SheetNames).toEqual(['满意度：2026  青溪 ']);
  const sheet = book.Sheets['满意度：2026  青溪 '] ?? {};
  expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([
    ['项目', '数'],
    ['=河道清淤', 95.5],
    ['“堤岸”,修补'],
  ]);
  expect(sheet['A3']).toMatchObject({ l: { Target: 'https://example.gov.cn/2026/b/' } });
  expect(sheet['A2']).not.toHaveProperty('f');
});

test.each([
  ['甲/乙\\丙?*"<>|\u0007丁', '甲 乙 丙       丁.csv'],
  [' 甲:乙 ', '甲 乙.csv'],
])('the file of the table %j is called %j', (name, file) => {
  expect(toTakenFile({ ...table, name }, 'csv').name).toBe(file);
});

test('the name of a sheet is cut where it is too long', () => {
  const name = `${'甲'.repeat(30)}:乙丙`;
  const { bytes } = toTakenFile({ ...table, name }, 'xlsx');
  expect(read(bytes).SheetNames).toEqual([`${'甲'.repeat(30)} `]);
});

test('only the column with links has them, and a row without an address has none', () => {
  const links = { column: 1, addresses: ['https://example.gov.cn/2026/a/'] };
  const rows = [
    ['甲', '95.50'],
    ['乙', '1'],
  ];
  const { bytes, mediaType } = toTakenFile({ ...table, name: '表', rows, links }, 'xlsx');
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const sheet = read(bytes).Sheets['表'] ?? {};
  expect(sheet['B2']).toMatchObject({ v: 95.5, l: { Target: 'https://example.gov.cn/2026/a/' } });
  for (const cell of ['A2', 'A3', 'B3']) expect(sheet[cell]).not.toHaveProperty('l');
});

test('a table without links or fixed columns is taken too', () => {
  const { bytes } = toTakenFile({ name: '表', columns: table.columns, rows: [['甲', '1', '多']] }, 'xlsx');
  const sheet = read(bytes).Sheets['表'] ?? {};
  expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([
    ['项目', '数'],
    ['甲', 1],
  ]);
  expect(sheet['A2']).not.toHaveProperty('l');
});
