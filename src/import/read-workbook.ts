import { read, utils, type CellAddress, type CellObject, type WorkSheet } from '@e965/xlsx';
import { must } from '../record/must.ts';
import { shorten } from '../table/shorten.ts';
import { formatNumber } from './format-number.ts';
import { ImportError } from './import-error.ts';
import type { Imported, ImportedRow, Merge } from './imported.ts';
import { inlineTexts } from './inline-texts.ts';
import { readRichText } from './read-rich-text.ts';

/** Cells of one sheet that are looked at; a stray format can make a sheet a million rows long. */
const MOST_CELLS = 400_000;

/**
 * The visible sheets of a .xlsx. Each cell is what the program prints: `95%`, `27,700.00`. Throws an {@link ImportError} for a
 * formula without a result.
 *
 * @param parts Its XML parts by name.
 * @param onSheet Told each sheet's name as it is begun.
 */
export function readWorkbook(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, string>,
  onSheet: (name: string) => void,
): Imported {
  const book = read(bytes, {
    type: 'buffer',
    cellStyles: true,
    cellNF: true,
    cellText: true,
    cellHTML: false,
    dateNF: 'yyyy/m/d',
  });
  const imported: Imported = { pieces: [], remarks: [] };
  const rich = inlineTexts(parts);
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet?.['!ref']) continue;
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      imported.remarks.push(`工作表“${name}”是隐藏的，没有读入`);
      continue;
    }
    onSheet(name);
    const { rows, merges } = readSheet(sheet, name, rich, imported.remarks);
    if (rows.some(({ cells }) => cells.some((text) => text !== '')))
      imported.pieces.push({ kind: 'table', part: `工作表“${name}”`, rows, merges });
  }
  return imported;
}

function readSheet(
  sheet: WorkSheet,
  name: string,
  rich: ReadonlyMap<string, string>,
  remarks: string[],
): { rows: ImportedRow[]; merges: Merge[] } {
  const { e: last } = utils.decode_range(must(sheet['!ref']));
  const [height, width] = [last.r + 1, last.c + 1];
  const part = `工作表“${name}”`;
  if (width * height > MOST_CELLS)
    throw new ImportError(`${part}有 ${height} 行、${width} 列，太大；请删去表格以外的空行空列再保存`);
  const isHidden = {
    row: (row: number) => sheet['!rows']?.[row]?.hidden === true,
    column: (column: number) => sheet['!cols']?.[column]?.hidden === true,
  };
  const grid = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      textOf(
        cellAt(sheet, row, column),
        `${name}!${utils.encode_cell({ r: row, c: column })}`,
        rich,
        remarks,
      ),
    ),
  );
  applyMerges(sheet, grid, isHidden, (cell, text) => {
    const place = `${part}${utils.encode_cell(cell)}`;
    remarks.push(`${place} 在合并的单元格下面，看不见，没有读入：“${quote(text)}”`);
  });
  for (const [row, cells] of grid.entries()) {
    const text = isHidden.row(row) && cells.find((cell) => cell !== '');
    if (text) remarks.push(`${part}第 ${row + 1} 行是隐藏的，没有读入：“${quote(text)}”`);
  }
  for (let column = 0; column < width; column += 1) {
    const text = isHidden.column(column) && grid.find((row) => row[column])?.[column];
    if (text) remarks.push(`${part}${utils.encode_col(column)} 列是隐藏的，没有读入：“${quote(text)}”`);
  }
  const rows = grid
    .map((cells, row) => ({
      origin: { part, row: row + 1 },
      cells: cells.filter((_, column) => !isHidden.column(column)),
    }))
    .filter((_, row) => !isHidden.row(row));
  return { rows, merges: visibleMerges(sheet, height, width, isHidden) };
}

/** The merged cells by their visible rows and columns. */
function visibleMerges(sheet: WorkSheet, height: number, width: number, isHidden: Hidden): Merge[] {
  const rows = visiblePlaces(height, isHidden.row);
  const columns = visiblePlaces(width, isHidden.column);
  return (sheet['!merges'] ?? []).flatMap(({ s, e }): Merge[] => {
    const own = [rows.slice(s.r, e.r + 1), columns.slice(s.c, e.c + 1)].map((places) =>
      places.filter((place) => place !== null),
    );
    const [[row] = [], [column] = []] = own;
    if (row === undefined || column === undefined) return [];
    return [{ row, column, rows: own[0]?.length ?? 1, columns: own[1]?.length ?? 1 }];
  });
}

/** The place of each row or column among the visible ones; null: it is hidden. */
function visiblePlaces(count: number, isHidden: (index: number) => boolean): (number | null)[] {
  let place = 0;
  return Array.from({ length: count }, (_, index) => (isHidden(index) ? null : place++));
}

/** Whether a row or column is hidden, by its number from 0. */
interface Hidden {
  row: (row: number) => boolean;
  column: (column: number) => boolean;
}

/**
 * Moves a merged cell's text to its first visible cell. Text that a program left under the others is removed, as no program
 * shows it.
 */
function applyMerges(
  sheet: WorkSheet,
  grid: string[][],
  isHidden: Hidden,
  onCovered: (cell: CellAddress, text: string) => void,
): void {
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = grid[s.r]?.[s.c] ?? '';
    let home: CellAddress | undefined;
    for (const [down, cells] of grid.slice(s.r, e.r + 1).entries()) {
      const r = s.r + down;
      for (let c = s.c; c <= Math.min(e.c, cells.length - 1); c += 1) {
        const covered = r !== s.r || c !== s.c ? cells[c] : '';
        if (covered) onCovered({ r, c }, covered);
        cells[c] = '';
        if (!isHidden.row(r) && !isHidden.column(c)) home ??= { r, c };
      }
    }
    const { r, c } = home ?? s;
    const cells = grid[r];
    if (cells) cells[c] = text;
  }
}

function cellAt(sheet: WorkSheet, row: number, column: number): CellObject | undefined {
  return sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
}

function textOf(
  cell: CellObject | undefined,
  place: string,
  richTexts: ReadonlyMap<string, string>,
  remarks: string[],
): string {
  if (!cell) return '';
  for (const comment of cell.c ?? []) remarks.push(`${place} 有批注，没有读入：“${quote(comment.t)}”`);
  const runs: unknown = richTexts.get(place) ?? cell.r;
  const rich = typeof runs === 'string' ? readRichText(runs) : null;
  for (const remark of rich?.remarks ?? []) remarks.push(`${place} ${remark}`);
  const text = rich?.text ?? printedText(cell);
  if (cell.t === 'e') remarks.push(`${place} 的公式出错，显示为 ${text}；请在原件里改好`);
  // A program that writes no results leaves 0 or nothing: neither is the office's figure.
  if (cell.f !== undefined && (cell.v === undefined || cell.t === 'z'))
    throw new ImportError(`${place} 的公式没有算出结果；请用办公软件打开，重新保存，再导入`);
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

function printedText(cell: CellObject): string {
  if (cell.t === 's') return String(cell.v);
  const printed = cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string';
  const own = printed ? formatNumber(cell.v as number, cell.z as string) : null;
  return own ?? cell.w ?? (cell.v === undefined ? '' : String(cell.v));
}

/** The beginning of a cell, on one line. */
function quote(text: string): string {
  return shorten(text.replaceAll(/\s+/g, ' '), 20);
}
