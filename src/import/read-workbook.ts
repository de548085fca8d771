import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { shorten } from '../table/shorten.ts';
import { ImportError } from './import-error.ts';
import type { Imported, ImportedRow } from './imported.ts';

/** Cells of one sheet that are looked at; a stray format can make a sheet a million rows long. */
const MOST_CELLS = 400_000;

/** The visible sheets of a .xlsx. Each cell is what the program prints: `95%`, `27,700.00`. @param onSheet Told each sheet's name as it is begun. */
export function readWorkbook(bytes: Uint8Array, onSheet: (name: string) => void): Imported {
  const book = read(bytes, {
    type: 'buffer',
    cellStyles: true,
    cellText: true,
    cellHTML: false,
    dateNF: 'yyyy/m/d',
  });
  const imported: Imported = { pieces: [], remarks: [] };
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet?.['!ref']) continue;
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      imported.remarks.push(`工作表“${name}”是隐藏的，没有读入`);
      continue;
    }
    onSheet(name);
    const rows = readSheet(sheet, name, imported.remarks);
    if (rows.some(({ cells }) => cells.some((text) => text !== '')))
      imported.pieces.push({ kind: 'table', part: `工作表“${name}”`, rows });
  }
  return imported;
}

function readSheet(sheet: WorkSheet, name: string, remarks: string[]): ImportedRow[] {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const width = range.e.c + 1;
  if (width * (range.e.r + 1) > MOST_CELLS)
    throw new ImportError(
      `工作表“${name}”有 ${range.e.r + 1} 行、${width} 列，太大；请删去表格以外的空行空列再保存`,
    );
  const hiddenRow = (row: number) => sheet['!rows']?.[row]?.hidden === true;
  const hiddenColumn = (column: number) => sheet['!cols']?.[column]?.hidden === true;
  const grid = Array.from({ length: range.e.r + 1 }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      textOf(cellAt(sheet, row, column), `${name}!${utils.encode_cell({ r: row, c: column })}`, remarks),
    ),
  );
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
  return grid.flatMap((cells, row) =>
    hiddenRow(row)
      ? []
      : [
          {
            origin: { part: `工作表“${name}”`, row: row + 1 },
            cells: cells.filter((_, column) => !hiddenColumn(column)),
          },
        ],
  );
}

/** A merged cell's text stands in its first visible cell; what a program left under the others is not shown by it either. */
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

function cellAt(sheet: WorkSheet, row: number, column: number): CellObject | undefined {
  return sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
}

function textOf(cell: CellObject | undefined, place: string, remarks: string[]): string {
  if (!cell) return '';
  for (const comment of cell.c ?? []) remarks.push(`${place} 有批注，没有读入：“${quote(comment.t)}”`);
  const text = cell.t === 's' ? String(cell.v) : (cell.w ?? (cell.v === undefined ? '' : String(cell.v)));
  if (cell.t === 'e') remarks.push(`${place} 的公式出错，显示为 ${text}；请在原件里改好`);
  if (cell.f !== undefined && cell.v === undefined)
    remarks.push(`${place} 的公式还没有算出结果；请用办公软件打开，重新保存`);
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** The beginning of a cell, on one line. */
function quote(text: string): string {
  return shorten(text.replaceAll(/\s+/g, ' '), 20);
}
