/**
 * In: the sections of an imported project's pages that show the table of the original, and the lines of its source.
 * Out: each cell that the table does not show as it was written, in its row and column.
 */
import { isShownAs } from './is-shown-as.ts';
import { attributeOf, findAll, textOf, type Element } from './read-elements.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { readSourceTables, type SourceRow } from './source-tables.ts';

/** A cell of the page by its place, and whether its text is in a row above. */
interface Placed {
  text: string;
  isFromAbove: boolean;
}

const isTag = (name: string) => (element: Element) => element.tag === name;

export function compareOriginal(
  sections: readonly Element[],
  { source }: Pick<RecordedProject, 'source'>,
  lines: readonly string[],
  comparison: Comparison,
): void {
  const isOwn = (line: number) => line >= source.startLine && line <= source.endLine;
  const rows = new Map(
    readSourceTables(lines).flatMap((table) => table.map((row) => [row.line, { row, table }])),
  );
  const shown = new Set<number>();
  for (const table of sections.flatMap((section) => findAll(section, isTag('table'))))
    for (const [line, cells] of placeCells(table)) {
      const written = rows.get(line);
      shown.add(line);
      if (written) compareRow(written.row, written.table, cells, comparison);
      else comparison.losses.push(`${line} 行 页面上的这一行原件不是表里的一行`);
    }
  for (const caption of sections.flatMap((section) => findAll(section, isTag('caption'))))
    for (const part of findAll(caption, ({ tag }) => tag === 'span')) {
      const line = lineOf(part);
      const text = (lines[line - 1] ?? '').replace(/^ *#{1,6}\s+/, '').trim();
      comparison.cells += 1;
      if (isShownAs(text, textOf(part))) shown.add(line);
      else comparison.losses.push(`${line} 行 “${text}”，页面上是“${textOf(part)}”`);
    }
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const isEmpty = text.trim() === '' || /^[\s|:-]+$/.test(text);
    if (isOwn(line) && !isEmpty && !shown.has(line))
      comparison.losses.push(`${line} 行 页面上没有原件的这一行`);
  }
}

function compareRow(
  { line, cells }: SourceRow,
  table: readonly SourceRow[],
  placed: ReadonlyMap<number, Placed>,
  comparison: Comparison,
): void {
  const { losses } = comparison;
  comparison.cells += cells.filter(Boolean).length;
  const columns = Math.max(cells.length, ...[...placed.keys()].map((column) => column + 1));
  for (let column = 0; column < columns; column += 1) {
    const [text = '', cell] = [cells[column], placed.get(column)];
    const isRight = cell?.isFromAbove
      ? text === '' && isShownAs(textAbove(table, line, column), cell.text)
      : isShownAs(text, cell?.text ?? '');
    if (!isRight) losses.push(`${line} 行 第 ${column + 1} 格“${text}”，页面上的原件是“${cell?.text ?? ''}”`);
  }
}

/** The last text that is written in a column before a line. */
function textAbove(table: readonly SourceRow[], line: number, column: number): string {
  return table.findLast((row) => row.line < line && Boolean(row.cells[column]))?.cells[column] ?? '';
}

/** The cells of a table's rows by line and column, as a browser lays them out. */
function placeCells(table: Element): Map<number, Map<number, Placed>> {
  const rows = findAll(table, ({ tag }) => tag === 'tr');
  const taken = rows.map(() => new Set<number>());
  const placed = new Map<number, Map<number, Placed>>();
  for (const [down, row] of rows.entries()) {
    const cells = new Map<number, Placed>();
    placed.set(lineOf(row), cells);
    for (const cell of findAll(row, ({ tag }) => tag === 'td')) {
      let column = 0;
      while (taken[down]?.has(column)) column += 1;
      cells.set(column, {
        text: textOf(cell),
        isFromAbove: / data-from-above(?=[\s=]|$)/.test(cell.attributes),
      });
      const [height, width] = [attributeOf(cell, 'rowspan'), attributeOf(cell, 'colspan')].map(Number);
      for (const below of taken.slice(down, down + (height || 1)))
        for (let offset = 0; offset < (width || 1); offset += 1) below.add(column + offset);
    }
  }
  return placed;
}

function lineOf(element: Element): number {
  return Number(attributeOf(element, 'id')?.slice(1));
}
