import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/import/pdf/read-document.ts';
import type { Imported, ImportedRow } from '../../../../src/import/imported.ts';
import { layouts } from '../../../helpers/layouts.ts';
import { toRows } from '../../../helpers/office-files.ts';

const fixture = (name: string) => readFileSync(`tests/unit/import/fixtures/pdf/${name}.pdf`);
const tablesOf = ({ pieces }: Imported) => pieces.filter((piece) => piece.kind === 'table');
const linesOf = ({ pieces }: Imported) =>
  pieces.filter((piece) => piece.kind === 'text').map(({ lines }) => lines);
/** Where a text breaks in a narrow cell is the printer's choice. */
const withoutBreaks = (rows: readonly string[][]) =>
  rows.map((cells) => cells.map((text) => text.replaceAll(/\s/g, '')));
const cellsOf = (rows: readonly ImportedRow[]) => withoutBreaks(rows.map(({ cells }) => cells));
const pagesOf = (rows: readonly ImportedRow[]) => [...new Set(rows.map(({ origin }) => origin.part))];
const plain = layouts.find(({ id }) => id === 'C')?.tables[0]?.table;
if (!plain) throw new Error('there is no layout C');

describe('tables of a PDF', () => {
  test.each(layouts)('are those that were printed: layout $id', async ({ id, tables }) => {
    const imported = await readDocument(fixture(`layout-${id.toLowerCase()}`));
    expect(imported.remarks).toEqual([]);
    expect(tablesOf(imported).map(({ rows }) => cellsOf(rows))).toEqual(
      tables.map(({ table }) => withoutBreaks(toRows(table))),
    );
    expect(linesOf(imported)).toEqual(tables.map(({ above }) => above));
  });

  test('that go on keep the page of each row', async () => {
    const [, , , last] = tablesOf(await readDocument(fixture('layout-b')));
    expect(last?.part).toBe('第 4 张表（第 4—5 页）');
    expect(pagesOf(last?.rows ?? [])).toEqual(['第 4 页', '第 5 页']);
    const rest = last?.rows.find(({ cells }) => cells.some((text) => text.startsWith('汛期值守')));
    expect(rest?.origin).toEqual({ part: '第 5 页', row: 1 });
  });

  test('keep the paragraphs of a goal', async () => {
    const [, second] = tablesOf(await readDocument(fixture('layout-c')));
    const goal = second?.rows.find(({ cells }) => cells[0] === '年度目标')?.cells[1];
    expect(goal).toBe(layouts[0]?.projects[1]?.goal);
  });

  test.each(['turned', 'bold', 'only-level-lines'])('are read from a page that is %s', async (name) => {
    const imported = await readDocument(fixture(name));
    expect(tablesOf(imported).map(({ rows }) => cellsOf(rows))).toEqual([withoutBreaks(toRows(plain))]);
    expect(imported.remarks).toEqual([]);
  });

  test('are read without a frame, and a name above the first line is a line above them', async () => {
    const imported = await readDocument(fixture('no-frame'));
    const [title, ...rows] = withoutBreaks(toRows(plain));
    expect(tablesOf(imported).map((table) => cellsOf(table.rows))).toEqual([rows]);
    expect(linesOf(imported)).toEqual([[title?.[0]]]);
  });

  test('are found in a whole budget, and what is not read is listed', async () => {
    const imported = await readDocument(fixture('budget'));
    expect(tablesOf(imported).map(({ part, rows }) => [part, cellsOf(rows)])).toEqual([
      ['第 1 张表（第 4 页）', withoutBreaks(toRows(plain))],
    ]);
    expect(linesOf(imported)).toEqual([[]]);
    expect(imported.remarks).toEqual([
      '共 5 页，读了有绩效目标表的第 4 页，其他页没有读入',
      '第 3 页有一张表像绩效目标表，但没有“一级指标、二级指标、三级指标”的表头，没有读入；请对照原件检查',
    ]);
  });
});
