import type { TableRow } from 'mdast';
import type { Token } from 'micromark-util-types';
import type { Point } from 'unist';
import { splitRow } from './split-row.ts';

/** The row of a `tabTableRow` token, with its cells and their places. A tab is one column and one offset. */
export function toTableRow({ start, end, _rowText: text = '' }: Token): TableRow {
  const children: TableRow['children'] = [];
  let line = start.line;
  /** The column of the row's first character, as if it stood on this line too. */
  let column = start.column;
  const pointAt = (index: number): Point => ({ line, column: column + index, offset: start.offset + index });

  for (const cell of splitRow(text)) {
    const cellStart = pointAt(cell.start);
    const quote = cell.isQuoted ? 1 : 0;
    const textStart = pointAt(cell.start + quote);
    if (cell.isQuoted) {
      for (const { index, 0: ending } of text.slice(cell.start, cell.end).matchAll(/\r\n|\r|\n/g)) {
        line += 1;
        column = 1 - (cell.start + index + ending.length);
      }
    }
    const position = { start: cellStart, end: pointAt(cell.end) };
    const textPosition = { start: textStart, end: pointAt(cell.end - quote) };
    children.push({
      type: 'tableCell',
      children: cell.value === '' ? [] : [{ type: 'text', value: cell.value, position: textPosition }],
      position,
    });
  }
  return { type: 'tableRow', children, position: { start: toPoint(start), end: toPoint(end) } };
}

/** A point without micromark's own fields. */
function toPoint({ line, column, offset }: Token['start']): Point {
  return { line, column, offset };
}
