import { ImportError } from '../import-error.ts';
import type { ImportedRow, Merge } from '../imported.ts';
import { quote } from '../quote.ts';
import { attributeOf, childElements, localName, type XmlElement } from '../read-xml.ts';
import type { OpenStyle } from './read-styles.ts';
import { readOpenText } from './read-text.ts';

/** Columns and rows that are looked at; programs fill a sheet with a million blank rows. */
const MOST_COLUMNS = 1_000;
const MOST_CELLS = 400_000;
/** Elements that group rows or columns. */
const GROUPS = /^table-(?:header-)?(?:rows|columns)$|^table-(?:row|column)-group$/;

/** A cell that covers others: its column in the file. */
interface Span extends Omit<Merge, 'row'> {
  at: number;
}
interface Row {
  cells: string[];
  faults: string[];
  spans: Span[];
  /** Columns in the file at which another cell covers this row. */
  covered: number[];
}

/** The rows of a table that are shown, and its merged cells by their places there. @param part The table's name: `工作表“表一”`. */
export function readOpenTable(
  table: XmlElement,
  part: string,
  styles: ReadonlyMap<string, OpenStyle>,
  remarks: string[],
): { rows: ImportedRow[]; merges: Merge[] } {
  const hidden = hiddenColumns(table);
  const rows: ImportedRow[] = [];
  const merges: Merge[] = [];
  /** The last merged cell that begins in a column of the file, and the first row below it. */
  const begun = new Map<number, { merge: Merge; end: number }>();
  const place = (row: number, { spans, covered }: Row, shown: number) => {
    for (const column of covered) {
      const above = begun.get(column);
      if (above && row < above.end) above.merge.rows += shown;
    }
    for (const { at, rows: height, ...span } of spans) {
      const merge = { ...span, row: rows.length - shown, rows: shown };
      merges.push(merge);
      begun.set(at, { merge, end: row + height });
    }
  };
  let number = 0;
  let cellCount = 0;
  for (const row of membersOf(table, 'table-row')) {
    const count = countOf(row, 'number-rows-repeated');
    const reading = readRow(row, `${part}第 ${number + 1} 行`, styles, remarks, hidden);
    const { cells, faults } = reading;
    const isBlank = cells.every((text) => text === '');
    if (isHidden(row)) {
      const text = cells.find((found) => found !== '');
      if (text !== undefined) remarks.push(`${part}第 ${number + 1} 行是隐藏的，没有读入：“${quote(text)}”`);
      place(number, reading, 0);
    } else if (!isBlank || faults.length > 0) {
      cellCount += count * cells.length;
      if (cellCount > MOST_CELLS) throw new ImportError(`${part}太大；请删去表格以外的空行空列再保存`);
      for (let copy = 0; copy < count; copy += 1) {
        rows.push({ origin: { part, row: number + copy + 1 }, cells: [...cells], faults });
        place(number + copy, reading, 1);
      }
    } else if (rows.length > 0) {
      rows.push({ origin: { part, row: number + 1 }, cells: [], faults: [] });
      place(number, reading, 1);
    }
    number += count;
  }
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (const { cells } of rows) while (cells.length < width) cells.push('');
  return { rows, merges: merges.filter((merge) => merge.rows * merge.columns > 1) };
}

function readRow(
  row: XmlElement,
  place: string,
  styles: ReadonlyMap<string, OpenStyle>,
  remarks: string[],
  hidden: ReadonlySet<number>,
): Row {
  const cells: string[] = [];
  const faults: string[] = [];
  const spans: Span[] = [];
  const covered: number[] = [];
  let column = 0;
  for (const cell of childElements(row)) {
    const name = localName(cell.name);
    if (name !== 'table-cell' && name !== 'covered-table-cell') continue;
    const where = `${place}第 ${column + 1} 格：`;
    const reading = readOpenText(cell, styles, styles.get(attributeOf(cell, 'style-name')));
    const isLost = reading.text === '' && reading.remarks.length === 0 && attributeOf(cell, 'value') !== '';
    if (isLost) reading.faults.push('有数值，但文件里没有它的显示文字；请用办公软件打开后重新保存');
    for (const { name: inner } of reading.tables)
      reading.faults.push(`格里面还有一张表格（${localName(inner)}）；请把它移到表外，或改成文字`);
    remarks.push(...reading.remarks.map((remark) => where + remark));
    const isCovered = name === 'covered-table-cell';
    if (isCovered && reading.text !== '')
      remarks.push(`${where}在合并的单元格下面，看不见，没有读入：“${quote(reading.text)}”`);
    const count = Math.min(countOf(cell, 'number-columns-repeated'), MOST_COLUMNS);
    const [down, across] = [countOf(cell, 'number-rows-spanned'), countOf(cell, 'number-columns-spanned')];
    for (let copy = 0; copy < count && column < MOST_COLUMNS; copy += 1, column += 1) {
      if (isCovered) covered.push(column);
      else if (down > 1 || across > 1) {
        const isHiddenIn = (other: number) => other >= column && other < column + across;
        const columns = across - [...hidden].filter(isHiddenIn).length;
        spans.push({ at: column, column: cells.length, rows: down, columns });
      }
      if (hidden.has(column)) {
        if (reading.text !== '') remarks.push(`${where}所在的列是隐藏的，没有读入：“${quote(reading.text)}”`);
        continue;
      }
      if (!isCovered) faults.push(...reading.faults.map((fault) => where + fault));
      cells.push(isCovered ? '' : reading.text);
    }
  }
  return { cells: cells.slice(0, cells.findLastIndex((text) => text !== '') + 1), faults, spans, covered };
}

function hiddenColumns(table: XmlElement): Set<number> {
  const hidden = new Set<number>();
  let column = 0;
  for (const element of membersOf(table, 'table-column')) {
    const end = Math.min(column + countOf(element, 'number-columns-repeated'), MOST_COLUMNS);
    for (; column < end; column += 1) if (isHidden(element)) hidden.add(column);
  }
  return hidden;
}

/** Rows or columns, those in groups included. */
function membersOf(table: XmlElement, name: string): XmlElement[] {
  return childElements(table).flatMap((child) => {
    const found = localName(child.name);
    if (found === name) return [child];
    return GROUPS.test(found) ? membersOf(child, name) : [];
  });
}

function isHidden(element: XmlElement): boolean {
  return ['collapse', 'filter'].includes(attributeOf(element, 'visibility'));
}

function countOf(element: XmlElement, name: string): number {
  const count = Number(attributeOf(element, name) || '1');
  return Number.isInteger(count) && count > 0 ? count : 1;
}
