/** Makes office files of the published source: the same seven tables, their merged cells merged, as .xlsx, .docx, .html and .csv. */
import { readFileSync } from 'node:fs';
import { CFB, utils, write, type WorkSheet } from '@e965/xlsx';

/** One cell as an office sees it. Cells that it covers are not listed. */
interface OfficeCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}
export interface OfficeTable {
  title: string;
  width: number;
  height: number;
  cells: OfficeCell[];
}

export const SOURCE = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';

/** The source's tables, cut out of its text without the parser. */
export function sourceTables(): OfficeTable[] {
  return readFileSync(SOURCE, 'utf8')
    .split(/\n(?:[^\t\n]*\n)+/)
    .filter((text) => text.includes('\t'))
    .map((text) => mergeBlanks(text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()))));
}

/** A table of rows as wide as each other, in which blank cells are merged with those before them. */
export function mergeBlanks(rows: readonly string[][]): OfficeTable {
  const width = Math.max(...rows.map((row) => row.length));
  const text = (row: number, column: number) => rows[row]?.[column] ?? '';
  const header = rows.findIndex((row) => row.includes('三级指标'));
  const cells: OfficeCell[] = [];
  const covered = new Set<string>();
  for (const [row] of rows.entries()) {
    for (let column = 0; column < width; column += 1) {
      if (covered.has(`${row} ${column}`)) continue;
      let rowSpan = 1;
      let columnSpan = 1;
      if (text(row, column) !== '') {
        // In the head a label or value reaches over the blank cells to its right; below, a category over those under it.
        if (row < header)
          while (column + columnSpan < width && text(row, column + columnSpan) === '') columnSpan += 1;
        else if (row > header && column < 3)
          while (
            row + rowSpan < rows.length &&
            text(row + rowSpan, column) === '' &&
            isOpen(row + rowSpan, column)
          )
            rowSpan += 1;
      }
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < columnSpan; right += 1) covered.add(`${row + down} ${column + right}`);
      cells.push({ text: text(row, column), row, column, rowSpan, columnSpan });
    }
  }
  /** Whether nothing begins a new category or subcategory left of a blank cell. */
  function isOpen(row: number, column: number): boolean {
    return Array.from({ length: column }, (_, left) => text(row, left)).every((cell) => cell === '');
  }
  return { title: '项目绩效目标表', width, height: rows.length, cells };
}

/** The first three tables below each other in one sheet, the others in a sheet each; amounts and percentages are numbers. */
export function makeWorkbook(
  tables: readonly OfficeTable[] = sourceTables(),
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Buffer {
  const book = utils.book_new();
  for (const [index, group] of [tables.slice(0, 3), ...tables.slice(3).map((table) => [table])].entries())
    if (group.length > 0) utils.book_append_sheet(book, toSheet(group), `项目${index + 1}`);
  return write(book, { type: 'buffer', bookType, compression: true, cellStyles: true }) as Buffer;
}

export function toSheet(tables: readonly OfficeTable[]): WorkSheet {
  const sheet: WorkSheet = { '!merges': [] };
  let top = 0;
  let width = 0;
  for (const table of tables) {
    sheet[utils.encode_cell({ r: top, c: 0 })] = { t: 's', v: table.title };
    sheet['!merges']?.push({ s: { r: top, c: 0 }, e: { r: top, c: table.width - 1 } });
    for (const { text, row, column, rowSpan, columnSpan } of table.cells) {
      const start = { r: top + 1 + row, c: column };
      if (text !== '') sheet[utils.encode_cell(start)] = toCell(text);
      if (rowSpan > 1 || columnSpan > 1)
        sheet['!merges']?.push({ s: start, e: { r: start.r + rowSpan - 1, c: start.c + columnSpan - 1 } });
    }
    width = Math.max(width, table.width);
    top += table.height + 2;
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: top, c: width - 1 } });
  return sheet;
}

/** As a person types it: `100%` and `27,700.00` become numbers that print so. */
function toCell(text: string) {
  if (/^\d+%$/.test(text)) return { t: 'n', v: Number(text.slice(0, -1)) / 100, z: '0%' };
  if (/^[\d,]+\.\d\d$/.test(text)) return { t: 'n', v: Number(text.replaceAll(',', '')), z: '#,##0.00' };
  return /^\d+$/.test(text) ? { t: 'n', v: Number(text) } : { t: 's', v: text };
}

export function makeWebPage(tables: readonly OfficeTable[] = sourceTables()): string {
  const body = tables
    .map((table) => `<h2>${table.title}</h2>\n<table border="1">\n${toHtmlRows(table)}\n</table>`)
    .join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>公开</title></head><body><div class="menu">首页 | 政务公开</div>\n${body}\n<p>版权所有</p></body></html>`;
}

function toHtmlRows({ cells, height }: OfficeTable): string {
  return Array.from({ length: height }, (_, row) => {
    const ofRow = cells.filter((cell) => cell.row === row);
    return `<tr>${ofRow.map(({ text, rowSpan, columnSpan }) => `<td rowspan="${rowSpan}" colspan="${columnSpan}">${escapeXml(text)}</td>`).join('')}</tr>`;
  }).join('\n');
}

export function makeCsv(tables: readonly OfficeTable[] = sourceTables()): string {
  return tables
    .map(({ title, cells, width, height }) => {
      const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => ''));
      for (const { text, row, column } of cells) {
        const cellsOfRow = rows[row];
        if (cellsOfRow) cellsOfRow[column] = text;
      }
      return [[title], ...rows]
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
    })
    .join('\r\n\r\n');
}

/** @param link An address for a link in the text between the tables. */
export function makeWord(tables: readonly OfficeTable[] = sourceTables(), link?: string): Buffer {
  const paragraph = (text: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  const body = tables
    .map((table) => paragraph(table.title) + toWordTable(table))
    .join(paragraph('下一个项目见下表。'));
  const linked =
    link === undefined ? '' : '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>详情</w:t></w:r></w:hyperlink></w:p>';
  const relationship =
    link === undefined
      ? ''
      : `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(link)}" TargetMode="External"/>`;
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zip({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship}</Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}${linked}<w:sectPr/></w:body></w:document>`,
  });
}

function toWordTable({ cells, width, height }: OfficeTable): string {
  const rows = Array.from({ length: height }, (_, row) => {
    let xml = '';
    for (let column = 0; column < width;) {
      const own = cells.find((cell) => cell.row === row && cell.column === column);
      const above = cells.find(
        (cell) => cell.column === column && cell.row < row && cell.row + cell.rowSpan > row,
      );
      const span = own?.columnSpan ?? above?.columnSpan ?? 1;
      const merge = above ? '<w:vMerge/>' : (own?.rowSpan ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '';
      const text = above ? '' : (own?.text ?? '');
      xml += `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge}</w:tcPr><w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:tc>`;
      column += span;
    }
    return `<w:tr>${xml}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol/>'.repeat(width)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A zip archive of the files. */
export function zip(files: Record<string, string | Buffer>): Buffer {
  const { utils: tools, write: writeArchive } = CFB as Archiver;
  const archive = tools.cfb_new();
  tools.cfb_del(archive, '/\u0001Sh33tJ5');
  for (const [name, content] of Object.entries(files))
    tools.cfb_add(archive, `/${name}`, Buffer.from(content));
  return Buffer.from(writeArchive(archive, { fileType: 'zip', type: 'buffer', compression: true }));
}

/** The part of the workbook library that packs archives; it comes without types. */
interface Archiver {
  utils: {
    cfb_new: () => object;
    cfb_del: (archive: object, name: string) => void;
    cfb_add: (archive: object, name: string, content: Buffer) => void;
  };
  write: (archive: object, options: object) => Uint8Array;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
