import { utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { ImportError } from '../import-error.ts';
import type { ImportedRow, Merge } from '../imported.ts';
import { quote } from '../quote.ts';
import { withoutZeroWidth } from '../../table/without-zero-width.ts';
import { readCell, type CellReading } from './read-cell.ts';
import type { SheetFacts } from './read-cell-facts.ts';

/** Cells of one sheet that are looked at; a stray format can make a sheet a million rows long. */
const MOST_CELLS = 400_000;

export interface SheetOptions {
  name: string;
  /** What the library dropped. */
  facts: SheetFacts | undefined;
  /** Days are counted from 1904. */
  date1904: boolean;
}

/** The rows of a sheet that are shown, and its merged cells by their places there. */
export function readSheet(
  sheet: WorkSheet,
  options: SheetOptions,
  remarks: string[],
): { rows: ImportedRow[]; merges: Merge[] } {
  const { name, facts } = options;
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const width = range.e.c + 1;
  if (width * (range.e.r + 1) > MOST_CELLS)
    throw new ImportError(
      `工作表“${name}”有 ${range.e.r + 1} 行、${width} 列，太大；请删去表格以外的空行空列再保存`,
    );
  const hiddenRow = (row: number) => isHidden(sheet['!rows']?.[row]);
  const hiddenColumn = (column: number) => isHidden(sheet['!cols']?.[column]);
  const faults: string[][] = [];
  const grid = Array.from({ length: range.e.r + 1 }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const address = utils.encode_cell({ r: row, c: column });
      const place = `${name}!${address}`;
      const cell = sheet[address] as CellObject | undefined;
      const reading: CellReading = readCell(cell, facts?.cells.get(address), options);
      remarks.push(...reading.remarks.map((remark) => `${place} ${remark}`));
      if (!hiddenColumn(column))
        (faults[row] ??= []).push(...reading.faults.map((fault) => `${place} ${fault}`));
      return withoutZeroWidth(reading.text).replaceAll(/\r\n?/g, '\n').trim();
    }),
  );
  for (const remark of facts?.remarks ?? []) remarks.push(`工作表“${name}”${remark}`);
  applyMerges(sheet, name, grid, hiddenRow, hiddenColumn, remarks);
  for (const row of grid.keys()) {
    const text = grid[row]?.find((cell) => cell !== '');
    if (hiddenRow(row) && text !== undefined)
      remarks.push(`工作表“${name}”第 ${row + 1} 行是隐藏的，没有读入：“${quote(text)}”`);
  }
  for (let column = 0; column < width; column += 1) {
    const text = hiddenColumn(column) ? grid.find((row) => row[column])?.[column] : undefined;
    if (text)
      remarks.push(`工作表“${name}”${utils.encode_col(column)} 列是隐藏的，没有读入：“${quote(text)}”`);
  }
  const rows = grid
    .map((cells, row) => ({
      origin: { part: `工作表“${name}”`, row: row + 1 },
      cells: cells.filter((_, column) => !hiddenColumn(column)),
      faults: faults[row] ?? [],
    }))
    .filter((_, row) => !hiddenRow(row));
  const shown = { rows: placesOf(grid.length, hiddenRow), columns: placesOf(width, hiddenColumn) };
  return { rows, merges: shownMerges(sheet, shown.rows, shown.columns) };
}

/** The place of each row or column among those that are shown; null: it is hidden. */
function placesOf(count: number, isHiddenAt: (index: number) => boolean): (number | null)[] {
  let place = 0;
  return Array.from({ length: count }, (_, index) => (isHiddenAt(index) ? null : place++));
}

function shownMerges(
  sheet: WorkSheet,
  rows: readonly (number | null)[],
  columns: readonly (number | null)[],
): Merge[] {
  const shownIn = (places: readonly (number | null)[], from: number, to: number) =>
    places.slice(from, to + 1).filter((place) => place !== null);
  return (sheet['!merges'] ?? []).flatMap(({ s, e }): Merge[] => {
    const [down, across] = [shownIn(rows, s.r, e.r), shownIn(columns, s.c, e.c)];
    const [[row], [column]] = [down, across];
    if (row === undefined || column === undefined) return [];
    return [{ row, column, rows: down.length, columns: across.length }];
  });
}

/** A row or column of no size is hidden as well. */
function isHidden(info: { hidden?: boolean; hpt?: number; width?: number } | undefined): boolean {
  return info?.hidden === true || info?.hpt === 0 || info?.width === 0;
}

/** A merged cell's text is in its first visible cell; what a program left under the others is not shown by it either. */
function applyMerges(
  sheet: WorkSheet,
  name: string,
  grid: string[][],
  hiddenRow: (row: number) => boolean,
  hiddenColumn: (column: number) => boolean,
  remarks: string[],
): void {
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = grid[s.r]?.[s.c] ?? '';
    let home: [number, number] | undefined;
    for (let row = s.r; row <= Math.min(e.r, grid.length - 1); row += 1) {
      const cells = grid[row] ?? [];
      for (let column = s.c; column <= Math.min(e.c, cells.length - 1); column += 1) {
        if ((row !== s.r || column !== s.c) && cells[column])
          remarks.push(
            `工作表“${name}”${utils.encode_cell({ r: row, c: column })} 在合并的单元格下面，看不见，没有读入：“${quote(cells[column] ?? '')}”`,
          );
        cells[column] = '';
        if (!hiddenRow(row) && !hiddenColumn(column)) home ??= [row, column];
      }
    }
    const [row, column] = home ?? [s.r, s.c];
    const cells = grid[row];
    if (cells) cells[column] = text;
  }
}
