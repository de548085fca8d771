/**
 * In: the text of a source file.
 * Out: its tables, as plain rows of cells.
 *
 * Reads tables a second time, in the simplest way there is: line by line, no Markdown library and no code of the parser. What
 * the parser gets wrong, this does not get wrong in the same way.
 */

import { endOfFrontMatter } from './front-matter.ts';

/** One row: the text between its dividers, trimmed. */
export interface SourceRow {
  /** First line of the row, from 1. */
  line: number;
  /** Its last line: a quoted cell may hold line endings. */
  endLine: number;
  cells: string[];
}
export type SourceTable = SourceRow[];

const FENCE = /^ *(`{3,}(?=[^`]*$)|~{3,})/;
/** The line under the head of a pipe table. */
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** What ends a pipe table though it is no blank line. */
const OTHER_BLOCK =
  /^ *(?:#{1,6}(?:\s|$)|>|[-+*] |\d{1,9}[.)](?: |$)|<(?:\?|!(?:--|[A-Za-z]|\[CDATA\[))|`{3,}[^`]*$|~{3,}|([-*_])(?: *\1){2,}$)/;
/** Elements that end a paragraph or table, as CommonMark lists them, as far as they occur in a text. */
const HTML_BLOCK =
  /^ *<\/?(?:article|aside|body|center|details|div|dl|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/i;

export function readSourceTables(lines: readonly string[]): SourceTable[] {
  const tables: SourceTable[] = [];
  let table: SourceTable = [];
  const close = () => {
    if (table.length > 0) tables.push(table);
    table = [];
  };
  for (let index = endOfFrontMatter(lines); index < lines.length;) {
    const line = lines[index] ?? '';
    const skipped = table.length > 0 && startsRow(lines, index, false) ? 0 : countSkipped(lines, index);
    if (skipped > 0) {
      close();
      index += skipped;
    } else if (startsRow(lines, index, table.length === 0)) {
      const row = readTabRow(lines, index);
      table.push(row);
      index = row.endLine;
    } else if (isPipeHead(lines, index)) {
      close();
      index = readPipeTable(lines, index, table);
      close();
    } else {
      // A row of tabs alone is a row of empty cells; any other line ends the table.
      if (!(line.includes('\t') && /^[\t ]*$/.test(line))) close();
      index += 1;
    }
  }
  close();
  return tables;
}

/** Lines without fenced blocks, comments and elements: these are blank instead. */
export function blankHidden(lines: readonly string[]): string[] {
  const shown = [...lines];
  for (let index = 0; index < lines.length;) {
    const count = countHidden(lines, index);
    shown.fill('', index, index + count);
    index += Math.max(1, count);
  }
  return shown;
}

/** How many lines from here on are a fenced block, a comment, an element or a heading, whatever they hold. */
function countSkipped(lines: readonly string[], start: number): number {
  return /^ *#{1,6}(?:\s|$)/.test(lines[start] ?? '') ? 1 : countHidden(lines, start);
}

/** How many lines from here on are a fenced block, a comment or an element. */
function countHidden(lines: readonly string[], start: number): number {
  const line = lines[start] ?? '';
  if (HTML_BLOCK.test(line)) {
    const blank = lines.findIndex((other, index) => index > start && other.trim() === '');
    return (blank < 0 ? lines.length : blank) - start;
  }
  const fence = FENCE.exec(line)?.[1];
  const isEnd = (other: string) =>
    fence === undefined
      ? other.includes('-->')
      : other.trim().startsWith(fence) && other.trim().replaceAll(fence.charAt(0), '') === '';
  if (fence === undefined && !/^ *<!--/.test(line)) return 0;
  if (fence === undefined && line.includes('-->')) return 1;
  const end = lines.findIndex((other, index) => index > start && isEnd(other));
  return (end < 0 ? lines.length : end + 1) - start;
}

/**
 * Whether a row with some text begins here; its first cell may be quoted and go on for several lines. A table does not
 * begin with a pipe: that is a row of pipes with tabs in it.
 */
function startsRow(lines: readonly string[], index: number, isFirst: boolean): boolean {
  const line = lines[index] ?? '';
  if (line.startsWith('"') && readQuoted(lines, index, line, false)) return true;
  return line.includes('\t') && /[^\t ]/.test(line) && !(isFirst && /^ *\|/.test(line));
}

/** Cuts a row at its tabs. A cell that a spreadsheet quoted is closed by a quote before a tab or the end of a line. */
function readTabRow(lines: readonly string[], start: number): SourceRow {
  const cells: string[] = [];
  let index = start;
  let rest = lines[start] ?? '';
  for (;;) {
    const quoted = rest.startsWith('"') ? readQuoted(lines, index, rest, cells.length > 0) : undefined;
    let cell: string;
    if (quoted) {
      cell = quoted.text;
      index = quoted.index;
      rest = quoted.rest;
    } else {
      const tab = rest.indexOf('\t');
      cell = tab < 0 ? rest : rest.slice(0, tab);
      rest = tab < 0 ? '' : rest.slice(tab);
    }
    cells.push(cell.trim());
    if (!rest.startsWith('\t')) return { line: start + 1, endLine: index + 1, cells };
    rest = rest.slice(1);
  }
}

/** A quoted cell, and what stands behind it. Undefined: the quote is the cell's own. */
function readQuoted(
  lines: readonly string[],
  start: number,
  first: string,
  isAfterTab: boolean,
): { text: string; index: number; rest: string } | undefined {
  let text = '';
  let rest = first.slice(1);
  for (let index = start; index < lines.length; rest = lines[(index += 1)] ?? '', text += '\n') {
    for (;;) {
      const quote = rest.indexOf('"');
      if (quote < 0) break;
      text += rest.slice(0, quote);
      const isDouble = rest[quote + 1] === '"';
      rest = rest.slice(quote + (isDouble ? 2 : 1));
      if (isDouble) text += '"';
      else return rest.startsWith('\t') || (rest === '' && isAfterTab) ? { text, index, rest } : undefined;
    }
    text += rest;
  }
  return undefined;
}

function isPipeHead(lines: readonly string[], index: number): boolean {
  const [line = '', next = ''] = [lines[index], lines[index + 1]];
  const width = (text: string) => readPipeRow(text, index).cells.length;
  return (
    line.includes('|') &&
    line.trim() !== '|' &&
    next.includes('-') &&
    DELIMITER.test(next) &&
    width(line) === width(next)
  );
}

/** @returns The number of the first line behind the table. */
function readPipeTable(lines: readonly string[], start: number, table: SourceTable): number {
  table.push(readPipeRow(lines[start] ?? '', start));
  let index = start + 2;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const isOther = line.trim() === '' || OTHER_BLOCK.test(line) || HTML_BLOCK.test(line);
    if (isOther || startsRow(lines, index, true)) break;
    table.push(readPipeRow(line, index));
  }
  return index;
}

function readPipeRow(line: string, index: number): SourceRow {
  const cells = [''];
  for (let text = line.trim().replace(/^\|/, ''); text !== '';) {
    // A backslash and what it escapes are one; only the pipe is written without it.
    const [piece = ''] = /^(?:\\[\\|]|[^])/.exec(text) ?? [];
    text = text.slice(piece.length);
    if (piece === '|') cells.push('');
    else cells.push(`${cells.pop() ?? ''}${piece === '\\|' ? '|' : piece}`);
  }
  // Behind the closing pipe there is no cell.
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return {
    line: index + 1,
    endLine: index + 1,
    cells: cells.map((cell) => cell.replaceAll(/ ?<br ?\/?> ?/gi, '\n').trim()),
  };
}
