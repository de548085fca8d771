/**
 * In: `tabTable` and `tabTableRow` tokens.
 * Out: an HTML table, as micromark writes those of pipes: the first row is its head.
 */
import type { CompileContext, HtmlExtension } from 'micromark-util-types';
import { splitRow } from './split-row.ts';

/** The micromark HTML extension, for micromark without mdast. */
export function tabTableHtml(): HtmlExtension {
  /** Of the table that is open: no table holds another. */
  let rows: string[][] = [];
  return {
    enter: {
      tabTable() {
        rows = [];
        // Those between rows.
        this.setData('slurpAllLineEndings', true);
      },
      tabTableRow() {
        // What is in it was cut from the row's text.
        this.buffer();
      },
    },
    exit: {
      tabTableRow({ _rowText = '' }) {
        this.resume();
        rows.push(splitRow(_rowText).map(({ value }) => value));
      },
      tabTable() {
        this.setData('slurpAllLineEndings');
        writeTable(this, rows);
      },
    },
  };
}

function writeTable(context: CompileContext, [head = [], ...body]: readonly string[][]): void {
  const width = Math.max(head.length, ...body.map((row) => row.length));
  writeLine(context, '<table>');
  writeLine(context, '<thead>');
  writeRow(context, head, 'th', width);
  writeLine(context, '</thead>');
  if (body.length > 0) {
    writeLine(context, '<tbody>');
    for (const row of body) writeRow(context, row, 'td', width);
    writeLine(context, '</tbody>');
  }
  writeLine(context, '</table>');
}

function writeRow(context: CompileContext, row: readonly string[], tag: 'td' | 'th', width: number): void {
  writeLine(context, '<tr>');
  for (let column = 0; column < width; column += 1) {
    writeLine(context, `<${tag}>`);
    // HTML has no NUL; micromark's other text has this character for it, too.
    context.raw(context.encode((row[column] ?? '').replaceAll('\0', '\uFFFD')));
    context.tag(`</${tag}>`);
  }
  writeLine(context, '</tr>');
}

function writeLine(context: CompileContext, tag: string): void {
  context.lineEndingIfNeeded();
  context.tag(tag);
}
