import { expect, test } from 'vitest';
import { readSheets } from '../../../src/content/read-sheets.ts';
import type { Publication } from '../../../src/record/publication-schema.ts';
import type { Grid } from '../../../src/table/grid.ts';

/** A grid of one title and these rows, from line 20 on. */
function gridOf(...rows: string[][]): Grid {
  return {
    title: { text: '项目绩效目标表', line: 18, column: 4 },
    above: [],
    rows: rows.map((cells, index) => ({
      line: 20 + index,
      cells: cells.map((text, column) => ({ text, line: 20 + index, column: column + 1 })),
    })),
    startLine: 18,
    endLine: 19 + rows.length,
  };
}

const file = 'a.original.pdf';
const originals: Publication['originals'] = [
  { name: '甲.pdf', sha256: '0'.repeat(64), file, parts: ['第 1 张表（第 3—4 页）'] },
];
const tables: Publication['tables'] = [
  {
    file,
    rows: [
      { part: '第 3 页', from: 8, to: 8 },
      { part: '第 4 页', from: 1, to: 1 },
    ],
    merges: 'A1:A2 AB1:AC1',
  },
];
const grid = gridOf(['项目名称', '河道清淤'], ['', '清淤']);

test('each row has its place, and merged cells are numbers', () => {
  expect(readSheets([grid], { originals, tables })).toEqual([
    {
      file,
      above: [{ line: 18, text: '项目绩效目标表' }],
      rows: [
        { line: 20, part: '第 3 页', row: 8, cells: ['项目名称', '河道清淤'] },
        { line: 21, part: '第 4 页', row: 1, cells: ['', '清淤'] },
      ],
      merges: [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 27, rows: 1, columns: 2 },
      ],
    },
  ]);
});

test.each([
  ['a row that was added', [gridOf(['甲', '乙'], ['丙', '丁'], ['戊', '己'])], tables],
  ['a table that was added', [grid, grid], tables],
  ['an import that kept no places', [grid], undefined],
])('%s leaves all rows, without places and merged cells', (_, grids, kept) => {
  const sheets = readSheets(grids, { originals, ...(kept && { tables: kept }) });
  expect(sheets).toHaveLength(grids.length);
  for (const [index, sheet] of sheets.entries()) {
    expect(sheet.file).toBe(file);
    expect(sheet.merges).toEqual([]);
    expect(sheet.rows.map(({ cells }) => cells)).toEqual(
      grids[index]?.rows.map(({ cells }) => cells.map(({ text }) => text)),
    );
    expect(sheet.rows.every(({ part, row }) => part === null && row === null)).toBe(true);
  }
});

test('a source that was pasted has none', () => {
  expect(readSheets([grid], {})).toEqual([]);
});

test('rows of one part follow one another, and merged cells may be far down', () => {
  const grids = [gridOf(['甲'], ['乙'], ['丙'])];
  const placed = [{ file, rows: [{ part: null, from: 8, to: 10 }], merges: 'B10:C12' }];
  const [sheet] = readSheets(grids, { originals, tables: placed });
  expect(sheet?.rows.map(({ part, row }) => [part, row])).toEqual([
    [null, 8],
    [null, 9],
    [null, 10],
  ]);
  expect(sheet?.merges).toEqual([{ row: 9, column: 1, rows: 3, columns: 2 }]);
});

test('tables without merged cells have none', () => {
  const placed = [{ file, rows: [{ part: null, from: 1, to: 1 }] }];
  expect(readSheets([gridOf(['甲'])], { originals, tables: placed })[0]?.merges).toEqual([]);
});
