import type { WorkSheet } from '@e965/xlsx';
import { utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readSheet } from '../../../../src/import/workbook/read-sheet.ts';
import type { SheetFacts } from '../../../../src/import/workbook/read-cell-facts.ts';

/** The rows, merged cells and remarks of a sheet of these texts. @param merges As `A1:B2`. */
function read(texts: string[][], own: Partial<WorkSheet> = {}, merges = '', facts?: SheetFacts) {
  const sheet: WorkSheet = {
    ...utils.aoa_to_sheet(texts.map((cells) => cells.map((text) => (text === '' ? null : text)))),
    '!merges': merges === '' ? [] : merges.split(' ').map((range) => utils.decode_range(range)),
    ...own,
  };
  const remarks: string[] = [];
  const reading = readSheet(sheet, { name: '表', facts, date1904: false }, remarks);
  return { ...reading, cells: reading.rows.map(({ cells }) => cells), remarks };
}

test('each row has its cells, trimmed, and its number', () => {
  const { rows, merges, remarks } = read([
    [' 甲 ', '乙\r\n丙\r丁'],
    ['', '≥\u200b9'],
  ]);
  expect(rows).toEqual([
    { origin: { part: '工作表“表”', row: 1 }, cells: ['甲', '乙\n丙\n丁'], faults: [] },
    { origin: { part: '工作表“表”', row: 2 }, cells: ['', '≥9'], faults: [] },
  ]);
  expect([merges, remarks]).toEqual([[], []]);
  expect(readSheet({}, { name: '表', facts: undefined, date1904: false }, []).rows).toHaveLength(1);
});

test.each([
  ['hidden', { hidden: true }],
  ['of no height', { hpt: 0 }],
])('a row that is %s is not read', (_name, info) => {
  const { rows, remarks } = read([['甲'], ['', '乙', '丙'], ['丁']], { '!rows': [{}, info, { hpt: 10 }] });
  expect(rows.map(({ origin }) => origin.row)).toEqual([1, 3]);
  expect(remarks).toEqual(['工作表“表”第 2 行是隐藏的，没有读入：“乙”']);
});

test.each([
  ['hidden', { hidden: true }],
  ['of no width', { width: 0 }],
])('a column that is %s is not read', (_name, info) => {
  const { cells, remarks } = read(
    [
      ['甲', '', '乙'],
      ['', '丙', '丁'],
    ],
    { '!cols': [{}, info, { width: 10 }] },
  );
  expect(cells).toEqual([
    ['甲', '乙'],
    ['', '丁'],
  ]);
  expect(remarks).toEqual(['工作表“表”B 列是隐藏的，没有读入：“丙”']);
});

test('a hidden row or column without text is passed over', () => {
  const hidden = { '!rows': [{}, { hidden: true }], '!cols': [{}, { hidden: true }] };
  expect(
    read(
      [
        ['甲', '', '乙'],
        ['', '', ''],
        ['丙', '', '丁'],
      ],
      hidden,
    ).remarks,
  ).toEqual([]);
});

test('a merged cell has the text of its first cell; what lies under it is named', () => {
  const { cells, merges, remarks } = read(
    [
      ['甲', '藏', '乙'],
      ['', '', '丙'],
      ['丁', '', ''],
    ],
    {},
    'A1:B2 B3:C9',
  );
  expect(cells).toEqual([
    ['甲', '', '乙'],
    ['', '', '丙'],
    ['丁', '', ''],
  ]);
  expect(merges).toEqual([
    { row: 0, column: 0, rows: 2, columns: 2 },
    { row: 2, column: 1, rows: 1, columns: 2 },
  ]);
  expect(remarks).toEqual(['工作表“表”B1 在合并的单元格下面，看不见，没有读入：“藏”']);
});

test('a merged cell whose first row and column are hidden shows its text in the next', () => {
  const hidden = { '!rows': [{ hidden: true }], '!cols': [{ hidden: true }] };
  const { cells, merges, remarks } = read(
    [
      ['甲', '', '乙'],
      ['', '', '丙'],
      ['', '', '丁'],
    ],
    hidden,
    'A1:B3',
  );
  expect(cells).toEqual([
    ['甲', '丙'],
    ['', '丁'],
  ]);
  expect(merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 1 }]);
  expect(remarks).toEqual(['工作表“表”第 1 行是隐藏的，没有读入：“乙”']);
});

test('a merged cell that is hidden as a whole keeps its text there, which is named', () => {
  const { cells, merges, remarks } = read(
    [
      ['甲', ''],
      ['乙', '丙'],
    ],
    { '!rows': [{ hidden: true }] },
    'A1:B1',
  );
  expect([cells, merges]).toEqual([[['乙', '丙']], []]);
  expect(remarks).toEqual(['工作表“表”第 1 行是隐藏的，没有读入：“甲”']);
});

test('remarks and faults have their places; a fault in a hidden column is none', () => {
  const facts: SheetFacts = {
    cells: new Map(
      ['A1', 'B2'].map((address) => [
        address,
        { format: null, rich: null, isStruck: false, lacksResult: true },
      ]),
    ),
    remarks: ['B5 有图片，没有读入'],
  };
  const texts = [
    ['1', '2'],
    ['3', '4'],
  ];
  expect(read(texts, {}, '', facts).rows.map(({ faults }) => faults)).toEqual([
    [expect.stringMatching(/^表!A1 的公式/)],
    [expect.stringMatching(/^表!B2 的公式/)],
  ]);
  const hidden = read(texts, { '!cols': [{ hidden: true }] }, '', facts);
  expect(hidden.rows.map(({ faults }) => faults?.length)).toEqual([0, 1]);
  expect(hidden.remarks).toContain('工作表“表”B5 有图片，没有读入');
  const sheet = { '!ref': 'A1', A1: { t: 's', v: '甲', c: [{ t: '乙' }] } };
  const remarks: string[] = [];
  readSheet(sheet, { name: '表', facts: undefined, date1904: false }, remarks);
  expect(remarks).toEqual(['表!A1 有批注，没有读入：“乙”']);
});

test('a sheet of more than 400,000 cells is refused', () => {
  expect(() => read([['甲']], { '!ref': 'A1:D100001' })).toThrow('有 100001 行、4 列，太大');
});
