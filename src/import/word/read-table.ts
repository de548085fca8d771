import { attributeOf, childElements, childOf, elementsIn, textIn, type XmlElement } from '../read-xml.ts';
import type { ImportedPiece, ImportedRow } from '../imported.ts';
import { quote } from '../quote.ts';
import { toCellText } from '../to-cell-text.ts';
import { toMerges, type PlacedCell } from '../to-merges.ts';
import { readParagraph } from './read-paragraph.ts';
import { fault, remark, type WordContext } from './word-context.ts';

/** A table this wide is refused by its spans alone. */
const MOST_COLUMNS = 200;

/** A table, and after it those that are in its cells. @param parts Names of the tables so far. */
export function readTable(table: XmlElement, context: WordContext, parts: string[]): ImportedPiece[] {
  const part = `第 ${parts.length + 1} 张表`;
  parts.push(part);
  const inner: ImportedPiece[] = [];
  const placed: PlacedCell[][] = [];
  const rows = rowsOf(table).flatMap((row, index): ImportedRow[] => {
    const origin = { part, row: index + 1 };
    const where = `${part}第 ${index + 1} 行`;
    const properties = childOf(row, 'trPr');
    if (isOn(childOf(properties, 'hidden'))) {
      const text = elementsIn(row, 't')
        .map((element) => textIn(element))
        .join('');
      if (text !== '') context.remarks.push(`${where}是隐藏的，没有读入：“${quote(text)}”`);
      return [];
    }
    // A row that was deleted with its text.
    if (childOf(properties, 'del')) return [];
    const cells = blanks(countOf(childOf(properties, 'gridBefore')));
    const places: PlacedCell[] = [];
    placed.push(places);
    context.faults = [];
    for (const [at, cell] of cellsOf(row).entries()) {
      context.place = `${where}第 ${at + 1} 格`;
      const { text, span, continues, tables } = readCell(cell, context);
      places.push({ column: cells.length, columns: span, continues });
      cells.push(text, ...blanks(span - 1));
      for (const nested of tables) {
        const words = elementsIn(nested, 't')
          .slice(0, 4)
          .map((element) => textIn(element));
        fault(
          context,
          `格里面还有一张表格（“${quote(words.join('、'))}”）；请在 Word 里把它移到表外，或改成文字`,
        );
        const { faults } = context;
        inner.push(...readTable(nested, context, parts));
        context.faults = faults;
      }
    }
    context.place = '';
    cells.push(...blanks(countOf(childOf(properties, 'gridAfter'))));
    return [{ origin, cells: cells.slice(0, MOST_COLUMNS), faults: context.faults }];
  });
  context.faults = [];
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (const { cells } of rows) cells.push(...blanks(width - cells.length));
  const hasText = rows.some(({ cells, faults }) => cells.some((text) => text !== '') || faults?.length);
  return [...(hasText ? [{ kind: 'table' as const, part, rows, merges: toMerges(placed) }] : []), ...inner];
}

interface CellReading {
  text: string;
  /** Columns. */
  span: number;
  continues: PlacedCell['continues'];
  /** Tables in the cell. */
  tables: XmlElement[];
}

function readCell(cell: XmlElement, context: WordContext): CellReading {
  const properties = childOf(cell, 'tcPr');
  const span = Math.max(1, countOf(childOf(properties, 'gridSpan')));
  const tables: XmlElement[] = [];
  const paragraphs = blocksOf(cell).flatMap((block) => {
    if (block.name === 'w:p') return [readParagraph(block, context)];
    tables.push(block);
    return [];
  });
  const text = toCellText(paragraphs.map((paragraph) => paragraph.text).join('\n'));
  const isBelow = isCovered(childOf(properties, 'vMerge'));
  if (isBelow || isCovered(childOf(properties, 'hMerge'))) {
    if (text !== '') remark(context, `在合并的单元格下面，看不见，没有读入：“${quote(text)}”`);
    return { text: '', span, continues: isBelow ? 'above' : 'before', tables };
  }
  if (paragraphs.some(({ hasPicture }) => hasPicture)) {
    if (text === '') fault(context, '只有一张图片，读不出；请在 Word 里改成文字');
    else remark(context, `有图片，没有读入；只读了文字“${quote(text)}”`);
  }
  return { text, span, continues: null, tables };
}

/** Whether a cell only continues the merged cell above or before it. */
function isCovered(merge: XmlElement | null): boolean {
  return merge !== null && attributeOf(merge, 'val') !== 'restart';
}

/** Paragraphs and tables, those in boxes of forms included. */
export function blocksOf(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((child) => {
    if (child.name === 'w:p' || child.name === 'w:tbl') return [child];
    return isHolder(child) ? blocksOf(child) : [];
  });
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    return isHolder(child) ? rowsOf(child) : [];
  });
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childElements(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return isHolder(child) ? cellsOf(child) : [];
  });
}

function isHolder({ name }: XmlElement): boolean {
  return [
    'w:sdt',
    'w:sdtContent',
    'w:customXml',
    'w:ins',
    'w:moveTo',
    'mc:AlternateContent',
    'mc:Choice',
  ].includes(name);
}

function isOn(element: XmlElement | null): boolean {
  return element !== null && !['0', 'false', 'off'].includes(attributeOf(element, 'val'));
}

function countOf(element: XmlElement | null): number {
  const count = Number(attributeOf(element, 'val'));
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_COLUMNS) : 0;
}

function blanks(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}
