import type { Element, Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { must } from '../record/must.ts';
import type { Imported, ImportedPiece, ImportedRow, Merge } from './imported.ts';
import { quote } from './quote.ts';
import { BLOCKS, hideByClass, isHidden, readWebText, SILENT } from './read-web-text.ts';
import { toCellText } from './to-cell-text.ts';

/** A table this large is refused by its spans alone. */
const MOST_COLUMNS = 200;

/**
 * The tables of a web page, and the text between them, as text: nothing else of the page is taken.
 *
 * Tables that hold tables lay the page out; the innermost ones are read.
 */
export function readWebPage(html: string): Imported {
  const imported: Imported = { pieces: [], remarks: [], isPage: true };
  let count = 0;
  const visit = (node: Nodes): void => {
    if (node.type === 'text') addText(imported.pieces, node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      if (SILENT.has(node.tagName) || isHidden(node)) return;
      if (node.tagName === 'br' || BLOCKS.has(node.tagName)) addText(imported.pieces, '\n');
      if (node.tagName === 'table' && !hasTable(node)) {
        count += 1;
        const part = `第 ${count} 张表`;
        const caption = childElements(node).find(({ tagName }) => tagName === 'caption');
        if (caption) for (const text of [readWebText(caption).text, '\n']) addText(imported.pieces, text);
        const { rows, merges } = readTable(node, part, imported.remarks);
        if (rows.some(({ cells }) => cells.some((text) => text !== '')))
          imported.pieces.push({ kind: 'table', part, rows, merges });
        return;
      }
    }
    for (const child of node.children as RootContent[]) visit(child);
    if (node.type === 'element' && BLOCKS.has(node.tagName)) addText(imported.pieces, '\n');
  };
  const tree = fromHtml(html);
  hideByClass(tree);
  visit(tree);
  for (const piece of imported.pieces)
    if (piece.kind === 'text')
      piece.lines = piece.lines.map((line) => toCellText(line)).filter((line) => line !== '');
  return imported;
}

/** @param text `\n` alone begins a line; line ends in a text are spaces. */
function addText(pieces: ImportedPiece[], text: string): void {
  let last = pieces.at(-1);
  if (last?.kind !== 'text') {
    last = { kind: 'text', lines: [''] };
    pieces.push(last);
  }
  if (text === '\n') last.lines.push('');
  else last.lines.push(`${must(last.lines.pop())}${text.replaceAll('\n', ' ')}`);
}

function readTable(
  table: Element,
  part: string,
  remarks: string[],
): { rows: ImportedRow[]; merges: Merge[] } {
  const all = rowsOf(table).map((element, index) => ({ element, origin: { part, row: index + 1 } }));
  for (const { element, origin } of all) {
    const skip = (hidden: Element, what: string) => {
      const { text } = readWebText(hidden);
      if (text !== '') remarks.push(`${part}第 ${origin.row} 行${what}是隐藏的，没有读入：“${quote(text)}”`);
    };
    if (isHidden(element)) skip(element, '');
    else for (const cell of cellsOf(element).filter(isHidden)) skip(cell, '有一格');
  }
  const visible = all
    .filter(({ element }) => !isHidden(element))
    .map(({ element, origin }) => ({ element, origin, faults: [] as string[] }));
  const grid = visible.map((): string[] => []);
  const merges: Merge[] = [];
  for (const [row, { element, origin, faults }] of visible.entries()) {
    for (const cell of cellsOf(element).filter((other) => !isHidden(other))) {
      // Merged cells of rows above may cover the next columns.
      let column = 0;
      while (grid[row]?.[column] !== undefined) column += 1;
      const columns = Math.min(span(cell, 'colSpan'), MOST_COLUMNS);
      const own = grid.slice(row, row + span(cell, 'rowSpan'));
      if (own.length > 1 || columns > 1) merges.push({ row, column, rows: own.length, columns });
      for (const cells of own)
        for (let offset = 0; offset < columns; offset += 1) cells[column + offset] = '';
      const reading = readWebText(cell);
      const place = `${part}第 ${origin.row} 行第 ${column + 1} 格：`;
      remarks.push(...reading.remarks.map((remark) => place + remark));
      faults.push(...reading.faults.map((fault) => place + fault));
      must(grid[row])[column] = reading.text;
    }
  }
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  const rows = visible.map(({ origin, faults }, row) => ({
    origin,
    faults,
    cells: Array.from({ length: width }, (_, column) => grid[row]?.[column] ?? ''),
  }));
  return { rows, merges };
}

function rowsOf(table: Element): Element[] {
  return childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName)
      ? childElements(child).filter(({ tagName }) => tagName === 'tr')
      : [];
  });
}

function cellsOf(row: Element): Element[] {
  return childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function childElements({ children }: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element');
}

function hasTable(node: Element): boolean {
  return childElements(node).some((child) => child.tagName === 'table' || hasTable(child));
}

function span({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(properties[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 10_000) : 1;
}
