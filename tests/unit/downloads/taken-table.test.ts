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
