/** Files that an office makes of printed tables. */
import { utils, write } from '@e965/xlsx';
import type { PrintedTable } from './layouts.ts';
import { toSheet, type OfficeTable } from './make-originals.ts';

/** Rows of texts; a merged cell's text is in its first place, the others are blank. */
export function toRows({ cells, width, height }: OfficeTable): string[][] {
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => ''));
  for (const { text, row, column } of cells) rows[row]?.splice(column, 1, text);
  return rows;
}

/** A cell as it is pasted: quoted if it has several lines. */
export function pasteCell(text: string): string {
  return /[\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text as it is pasted out of a spreadsheet: tabs between cells, quotes around cells of several lines. */
export function toPasted(tables: readonly PrintedTable[]): string {
  return tables
    .map(({ above, table }) => [
      ...above.flatMap((line) => [line, '']),
      ...toRows(table).map((cells) => cells.map(pasteCell).join('\t')),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n\n');
}

/** A table whose rows begin with the lines above it, but for its title; without any lines, its own first row is its title. */
export function withLines({ above, table }: PrintedTable): OfficeTable {
  const [title = table.cells[0]?.text ?? '', ...lines] = above;
  const down = above.length - 1;
  const lead = lines.map((text, row) => ({ text, row, column: 0, rowSpan: 1, columnSpan: table.width }));
  const cells = table.cells.map((cell) => ({ ...cell, row: cell.row + down })).filter(({ row }) => row >= 0);
  return { ...table, title, height: table.height + down, cells: [...lead, ...cells] };
}

/** A workbook of one sheet a table. */
export function toWorkbook(tables: readonly PrintedTable[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [index, table] of tables.entries())
    utils.book_append_sheet(book, toSheet([withLines(table)]), `表${index + 1}`);
  return write(book, { type: 'buffer', bookType, compression: true, cellStyles: true }) as Buffer;
}

/** A web page of tables, with nothing but their lines. */
export function toHtml(tables: readonly PrintedTable[]): string {
  const body = tables.flatMap(({ above, table }) => [
    ...above.map((line) => `<p class="above">${escape(line)}</p>`),
    `<table border="1">${toHtmlRows(table)}</table>`,
  ]);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`;
}

/** @param styleOf More declarations for a cell. */
export function toHtmlRows(
  { cells, height }: OfficeTable,
  styleOf: (cell: OfficeTable['cells'][number]) => string = () => '',
): string {
  return Array.from({ length: height }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    const tags = own.map((cell) => {
      const style = styleOf(cell);
      const spans = `rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}"${style === '' ? '' : ` style="${style}"`}`;
      return `<td ${spans}>${escape(cell.text).replaceAll('\n', '<br>')}</td>`;
    });
    return `<tr>${tags.join('')}</tr>`;
  }).join('\n');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
