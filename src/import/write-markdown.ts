/**
 * In: the pieces of one or more originals.
 * Out: one Markdown file of pipe tables, with the place in the original of each of its lines.
 */
import { stringify } from 'yaml';
import { forms as knownForms } from '../record/forms/forms.ts';
import { chooseForm } from '../record/choose-form.ts';
import type { Form } from '../record/form.ts';
import type { Publication } from '../record/publication-schema.ts';
import { liftCaptions, splitTables } from '../record/split-tables.ts';
import { isCaption, isTitle } from '../table/caption.ts';
import type { Cell, Grid } from '../table/grid.ts';
import { ImportError } from './import-error.ts';
import type { ImportedPiece, ImportedRow } from './imported.ts';

export interface WrittenMarkdown {
  text: string;
  /** Place in the original by line of the text. */
  places: Map<number, string>;
}

export function writeMarkdown(
  pieces: readonly ImportedPiece[],
  publication: Publication,
  forms: readonly Form[] = knownForms,
): WrittenMarkdown {
  const lines = ['---', ...stringify(publication, { lineWidth: 0 }).trimEnd().split('\n'), '---', ''];
  const places = new Map<number, string>();
  for (const piece of pieces) {
    if (piece.kind === 'text') writeText(piece.lines, lines);
    else writeTables(piece.rows, forms, lines, places);
  }
  return { text: `${lines.join('\n').trimEnd()}\n`, places };
}

function writeText(texts: readonly string[], lines: string[]): void {
  for (const text of texts) lines.push(isTitle(text) ? `## ${text}` : toParagraph(text), '');
}

/** A paragraph's text, kept from meaning anything to Markdown at its beginning. */
function toParagraph(text: string): string {
  const plain = text.replaceAll('\t', ' ');
  return /^(?:[#>|+*=~`<-]|\d+[.)]|---)/.test(plain) ? `\\${plain}` : plain;
}

function writeTables(
  rows: readonly ImportedRow[],
  forms: readonly Form[],
  lines: string[],
  places: Map<number, string>,
): void {
  const grid = toGrid(rows);
  const form = chooseForm(liftCaptions(grid), forms);
  for (const table of splitTables(grid, form, () => undefined)) {
    for (const { text, line } of table.title ? [table.title, ...table.above] : table.above) {
      places.set(lines.length + 1, rows[line]?.place ?? '');
      lines.push(isTitle(text) ? `## ${flat(text)}` : toParagraph(flat(text)), '');
    }
    const filled = table.rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
    const used = usedColumns(filled.map(({ cells }) => cells));
    for (const [index, { line, cells }] of filled.entries()) {
      places.set(lines.length + 1, rows[line]?.place ?? '');
      lines.push(
        `| ${used.map((column) => toPipeCell(cells[column]?.text ?? '', rows[line]?.place ?? '')).join(' | ')} |`,
      );
      if (index === 0) lines.push(`|${' --- |'.repeat(used.length)}`);
    }
    if (filled.length > 0) lines.push('');
  }
}

/** Rows as a Grid whose lines are the rows' numbers. */
function toGrid(rows: readonly ImportedRow[]): Grid {
  return {
    title: null,
    above: [],
    rows: rows.map(({ cells }, line) => ({
      line,
      cells: cells.map((text, column): Cell => ({ text, line, column })),
    })),
    startLine: 0,
    endLine: rows.length,
  };
}

/** Columns from the first to the last that hold anything; at least two, or it would be no table. */
function usedColumns(rows: readonly (readonly Cell[])[]): number[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const filled = all.filter((column) => rows.some((cells) => cells[column]?.text));
  const last = Math.max(filled.at(-1) ?? 0, (filled[0] ?? 0) + 1);
  return all.filter((column) => column >= (filled[0] ?? 0) && column <= last);
}

function flat(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

function toPipeCell(text: string, place: string): string {
  const control = /(?![\t\n])\p{Cc}/u.exec(text)?.[0];
  if (control !== undefined)
    throw new ImportError(
      `${place}有看不见的控制字符 U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}；请在原件里删去`,
    );
  if (/\\\||\\$|<br ?\/?>/i.test(text))
    throw new ImportError(
      `${place}有“${/\\\||\\$|<br ?\/?>/i.exec(text)?.[0] ?? ''}”，存进表格后会变样；请在原件里改写`,
    );
  return text.replaceAll('|', '\\|').replaceAll('\t', ' ').replaceAll('\n', '<br>');
}

/** Whether a line of running text says something of the table under it. */
export function belongsToTable(text: string): boolean {
  return isTitle(text) || isCaption(text);
}
