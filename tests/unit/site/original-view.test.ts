import { expect, test } from 'vitest';
import { must } from '../../../src/record/must.ts';
import type { Sheet } from '../../../src/record/sheet-schema.ts';
import { drawSheet, originalOf } from '../../../src/site/original-view.ts';
import { placeMessage, toPlaceOf } from '../../../src/site/place-of.ts';
import type { BodyYear } from '../../../src/site/site.ts';

/** A ledger: a header of two rows, and a body that is merged over the rows of two projects. */
const ledger: Sheet = {
  file: 'a.original.xlsx',
  above: [{ line: 8, text: '项目绩效目标表' }],
  rows: [
    ['单位', '项目名称', '绩效指标', ''],
    ['', '', '三级指标', '指标值'],
    ['水务局', '河道清淤', '清淤长度', '3公里'],
    ['', '', '完成率', '100%'],
    ['', '堤岸修补', '修补长度', '2公里'],
  ].map((cells, index) => ({ line: 10 + index, part: '工作表“甲”', row: 3 + index, cells })),
  merges: [
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 0, column: 1, rows: 2, columns: 1 },
    { row: 0, column: 2, rows: 1, columns: 2 },
    { row: 2, column: 0, rows: 3, columns: 1 },
    { row: 2, column: 1, rows: 2, columns: 1 },
  ],
};

const whole = { startLine: 8, endLine: 14 };

/** Its cells as `text rows×columns`; those whose text is above with a caret. */
const draw = (sheet: Sheet, isShown: (line: number) => boolean = () => true) =>
  drawSheet(sheet, isShown).rows.map(({ cells }) =>
    cells.map(({ text, rows, columns, isFromAbove }) =>
      rows * columns === 1 && !isFromAbove ? text : `${isFromAbove ? '^' : ''}${text} ${rows}×${columns}`,
    ),
  );

test('merged cells are drawn once, over all rows and columns that they cover', () => {
  expect(draw(ledger)).toEqual([
    ['单位 2×1', '项目名称 2×1', '绩效指标 1×2'],
    ['三级指标', '指标值'],
    ['水务局 3×1', '河道清淤 2×1', '清淤长度', '3公里'],
    ['完成率', '100%'],
    ['堤岸修补', '修补长度', '2公里'],
  ]);
});

test('a merged cell that begins above the rows shown has its text there too', () => {
  expect(draw(ledger, (line) => line === 14)).toEqual([['^水务局 1×1', '堤岸修补', '修补长度', '2公里']]);
});

test('a text that was written under a merged cell is drawn, and the cell is not merged', () => {
  const rows = ledger.rows.with(3, { ...must(ledger.rows[3]), cells: ['', '二期', '完成率', '100%'] });
  expect(draw({ ...ledger, rows })[2]).toEqual(['水务局 3×1', '河道清淤', '清淤长度', '3公里']);
  expect(draw({ ...ledger, rows })[3]).toEqual(['二期', '完成率', '100%']);
});

test('a merged cell that overlaps another one is left out', () => {
  const merges = [...ledger.merges, { row: 3, column: 1, rows: 2, columns: 1 }];
  expect(draw({ ...ledger, merges })).toEqual(draw(ledger));
});

const original = {
  name: '水务局.xlsx',
  sha256: '0'.repeat(64),
  file: 'a.original.xlsx',
  parts: ['工作表“甲”'],
};
const bodyOf = (sheets: Sheet[], name = original.name) =>
  ({ id: '2026/a', entry: { sheets, publication: { originals: [{ ...original, name }] } } }) as BodyYear;
const projectAt = (startLine: number, endLine: number) => ({ source: { startLine, endLine } });

test("a project of a ledger shows the header's rows, and links to its own", () => {
  const view = originalOf(projectAt(14, 14), 10, bodyOf([ledger]), { startLine: 14, endLine: 14 });
  expect(view).toMatchObject({
    kind: 'Excel',
    href: '/2026/a/original/a.original.xlsx',
    place: '工作表“甲”第 7 行',
  });
  expect(view?.sheets[0]?.rows.map(({ line }) => line)).toEqual([10, 11, 14]);
});

test('a project of a PDF links to its page', () => {
  const rows = ledger.rows.map((row) => ({ ...row, part: '第 37 页' }));
  const view = originalOf(projectAt(8, 14), null, bodyOf([{ ...ledger, rows }], '水务局.pdf'), whole);
  expect(view).toMatchObject({ href: '/2026/a/original/a.original.xlsx#page=37', place: '第 37 页' });
  expect(view?.sheets[0]?.above).toEqual(ledger.above);
});

test('a pasted source has no original', () => {
  expect(originalOf(projectAt(8, 14), null, bodyOf([]), whole)).toBeNull();
});

test('of an original that is withheld there is a place, and no file', () => {
  const body = bodyOf([ledger]);
  const originals = [{ ...original, withheld: true as const }];
  const publication = { ...body.entry.publication, originals };
  const view = originalOf(projectAt(8, 14), null, { ...body, entry: { ...body.entry, publication } }, whole);
  expect(view).toMatchObject({ file: null, href: null, place: '工作表“甲”第 3—7 行' });
});

test.each([
  [10, [10, 11, 14]],
  [11, [11, 14]],
  [12, [12, 13, 14]],
  [99, [14]],
  [null, [14]],
])('where line %j is the header, the rows %j are drawn', (header, lines) => {
  const view = originalOf(projectAt(14, 14), header, bodyOf([ledger]), { startLine: 14, endLine: 14 });
  expect(view?.sheets[0]?.rows.map(({ line }) => line)).toEqual(lines);
});

/** A table of another original, behind the ledger. */
const second: Sheet = {
  file: 'b.original.pdf',
  above: [],
  rows: [
    { line: 20, part: '第 2 页', row: 1, cells: ['项目名称', '堤岸修补'] },
    { line: 21, part: '第 3 页', row: 1, cells: ['修补长度', '2公里'] },
  ],
  merges: [],
};
const both = bodyOf([ledger, second]);
const { publication } = both.entry;
const ofTwo: BodyYear = {
  ...both,
  entry: {
    ...both.entry,
    publication: {
      ...publication,
      originals: [original, { ...original, name: '乙.pdf', file: second.file }],
    },
  },
};

test('a project is in the original that holds its table', () => {
  const view = originalOf(projectAt(20, 21), null, ofTwo, { startLine: 20, endLine: 21 });
  expect(view).toMatchObject({ kind: 'PDF', file: '/2026/a/original/b.original.pdf', place: '第 2—3 页' });
  expect(view?.href).toBe('/2026/a/original/b.original.pdf#page=2');
  expect(view?.sheets.map(({ rows }) => rows.map(({ line }) => line))).toEqual([[20, 21]]);
});

test('a page of a project has the rows that it shows, and no table without one', () => {
  const linesOf = (startLine: number, endLine: number) =>
    originalOf(projectAt(8, 21), null, ofTwo, { startLine, endLine })?.sheets.map(({ above, rows }) =>
      [...above, ...rows].map(({ line }) => line),
    );
  expect(linesOf(8, 12)).toEqual([[8, 10, 11, 12]]);
  expect(linesOf(14, 20)).toEqual([[14], [20]]);
  expect(linesOf(8, 8)).toEqual([[8]]);
});

test('a project in none of the tables, or in one whose original is not named, has no original', () => {
  expect(originalOf(projectAt(15, 19), null, ofTwo, whole)).toBeNull();
  expect(originalOf(projectAt(20, 21), null, both, whole)).toBeNull();
  const unnamed = { ...both, entry: { ...both.entry, publication: {} } };
  expect(originalOf(projectAt(8, 14), null, unnamed, whole)).toBeNull();
});

test('of two merged cells that overlap, the first is drawn', () => {
  const rows = ledger.rows
    .slice(0, 3)
    .map((row, place) => ({ ...row, cells: [place === 0 ? '甲' : '', ''] }));
  const first = { row: 0, column: 0, rows: 2, columns: 1 };
  const drawn = [['甲 2×1', ''], [''], ['', '']];
  for (const second of [
    { row: 1, column: 0, rows: 2, columns: 1 },
    { row: 1, column: 0, rows: 1, columns: 1 },
  ])
    expect(draw({ ...ledger, rows, merges: [first, second] })).toEqual(drawn);
});

test('a text that was written right of a merged cell, within it, is drawn', () => {
  const rows = ledger.rows.slice(0, 1).map((row) => ({ ...row, cells: ['甲', '乙', ''] }));
  const merges = [{ row: 0, column: 0, rows: 1, columns: 3 }];
  expect(draw({ ...ledger, rows, merges })).toEqual([['甲', '乙', '']]);
});

test('a merged cell without a text is drawn blank, as is one outside of the rows', () => {
  const rows = ledger.rows.map((row) => ({ ...row, cells: ['', '甲'] }));
  const merges = [{ row: 0, column: 0, rows: 5, columns: 1 }];
  expect(draw({ ...ledger, rows, merges })).toEqual([[' 5×1', '甲'], ['甲'], ['甲'], ['甲'], ['甲']]);
});

test('lines are called by their places, also in messages', () => {
  const placeOf = toPlaceOf({ sheets: [ledger], publication: {} });
  expect([10, 8, 99].map(placeOf)).toEqual(['原件工作表“甲”第 3 行', '原件', '原件']);
  const related = [{ line: 14, column: 1, start: 1, end: 8 }];
  expect(placeMessage({ message: '和第 14 行 不同', related }, placeOf)).toBe('和原件工作表“甲”第 7 行不同');
  expect(toPlaceOf({ sheets: [], publication: {} })(14)).toBe('第 14 行');
});

test('in one of several originals, a line is called by its name too', () => {
  const original = { name: '水务局.xlsx', file: ledger.file, sha256: '', parts: ['甲'] };
  const originals = [original, { ...original, name: '林业局.pdf', file: 'b.original.pdf' }];
  const above = [{ line: 8, text: '绩效目标表' }];
  const placeOf = toPlaceOf({ sheets: [{ ...ledger, above }], publication: { originals } });
  expect([10, 8, 99].map(placeOf)).toEqual([
    '原件“水务局.xlsx”工作表“甲”第 3 行',
    '原件“水务局.xlsx”',
    '原件',
  ]);
});
