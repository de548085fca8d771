/**
 * In: the pieces of one or more originals.
 * Out: one Markdown file of pipe tables, and the row of the original for each of its lines.
 */
import { stringify } from 'yaml';
import type { Form } from '../record/form.ts';
import { forms as projectForms } from '../record/forms/forms.ts';
import { isForeign } from '../record/is-foreign.ts';
import { must } from '../record/must.ts';
import type { OriginalTable, Publication } from '../record/publication-schema.ts';
import { recognizeTables } from '../record/recognize-tables.ts';
import { isTitle } from '../table/caption.ts';
import { findControlCharacter } from '../table/control-character.ts';
import type { Cell, Grid } from '../table/grid.ts';
import { ImportError } from './import-error.ts';
import { describeTable } from './describe-table.ts';
import { formatOrigin, type ImportedPiece, type ImportedTable, type Origin } from './imported.ts';

/** The row of the original for each line of a text, from 1. Lines that are not of a table have none, but for those of a PDF. */
export type Origins = ReadonlyMap<number, Origin>;

export interface WrittenMarkdown {
  text: string;
  origins: Origins;
  /** The first line of each original, in order. Empty: no piece names its original. */
  starts: readonly { line: number; original: string }[];
}

/** Throws an {@link ImportError} with all that could not be read in a target table. */
export function writeMarkdown(
  pieces: readonly ImportedPiece[],
  publication: Publication,
  forms: readonly Form[] = projectForms,
): WrittenMarkdown {
  const body: Body = { lines: [], origins: new Map(), tables: [], faults: [] };
  const starts: { line: number; original: string }[] = [];
  for (const piece of pieces) {
    const { original } = piece;
    if (original !== undefined && starts.at(-1)?.original !== original)
      starts.push({ line: body.lines.length + 1, original });
    if (piece.kind === 'table') writeTables(piece, forms, body);
    else
      for (const text of piece.lines) {
        if (piece.origin) body.origins.set(body.lines.length + 1, piece.origin);
        body.lines.push(toLine(text), '');
      }
  }
  const { lines, tables, faults } = body;
  if (faults.length > 0) throw new ImportError(faults.join('\n'));
  const front = tables.length > 0 ? { ...publication, tables } : publication;
  const yaml = stringify(front, { lineWidth: 0 }).trimEnd().split('\n');
  const head = Object.keys(front).length > 0 ? ['---', ...yaml, '---', ''] : [];
  return {
    text: `${[...head, ...lines].join('\n').trimEnd()}\n`,
    origins: new Map([...body.origins].map(([line, origin]) => [line + head.length, origin])),
    starts: starts.map(({ line, original }) => ({ line: line + head.length, original })),
  };
}

/** What follows the front matter. */
interface Body {
  lines: string[];
  /** By its own lines, from 1. */
  origins: Map<number, Origin>;
  /** Of the tables whose originals are kept. */
  tables: OriginalTable[];
  /** What could not be read in rows of target tables. */
  faults: string[];
}

/** A line outside tables: a heading, or text whose beginning is not Markdown syntax. */
function toLine(text: string): string {
  if (isTitle(text)) return `## ${text}`;
  const plain = text.replaceAll('\t', ' ');
  return /^(?:[#>|+*=~`<-]|\d+[.)]|---)/.test(plain) ? `\\${plain}` : plain;
}

function writeTables(
  table: ImportedTable,
  forms: readonly Form[],
  { lines, origins, tables, faults }: Body,
): void {
  const { rows, file } = table;
  const originOf = ({ line }: { line: number }) => must(rows[line - 1]).origin;
  for (const recognized of recognizeTables(toGrid(rows), forms, () => undefined)) {
    const { grid } = recognized;
    if (!recognized.other && !isForeign(recognized))
      for (const { line } of grid.rows) faults.push(...(must(rows[line - 1]).faults ?? []));
    for (const cell of grid.title ? [grid.title, ...grid.above] : grid.above) {
      origins.set(lines.length + 1, originOf(cell));
      lines.push(toLine(cell.text.replaceAll(/\s*\n\s*/g, ' ')), '');
    }
    const filled = grid.rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
    const columns = usedColumns(filled.map(({ cells }) => cells));
    for (const [index, row] of filled.entries()) {
      const origin = originOf(row);
      const cells = row.cells.slice(...columns).map(({ text }) => toPipeCell(text, origin));
      origins.set(lines.length + 1, origin);
      lines.push(`| ${cells.join(' | ')} |`);
      if (index === 0) lines.push(`|${' --- |'.repeat(cells.length)}`);
    }
    if (filled.length === 0) continue;
    lines.push('');
    if (file === undefined) continue;
    const cells = filled.map((row) => row.cells.slice(...columns));
    tables.push({ file, ...describeTable(cells, table) });
  }
}

/** Rows as a grid. Its lines are the numbers of the rows, from 1. */
function toGrid(rows: ImportedTable['rows']): Grid {
  return {
    title: null,
    above: [],
    rows: rows.map(({ cells }, index) => ({
      line: index + 1,
      cells: cells.map((text, column): Cell => ({ text, line: index + 1, column: column + 1 })),
    })),
    startLine: 1,
    endLine: rows.length,
  };
}

/** The range of columns that hold anything; at least two, else it would be no table. */
function usedColumns(rows: readonly (readonly Cell[])[]): [start: number, end: number] {
  const filled = rows.flatMap((cells) => cells.flatMap(({ text }, column) => (text === '' ? [] : [column])));
  const first = Math.min(...filled);
  return [first, Math.max(...filled, first + 1) + 1];
}

function toPipeCell(text: string, origin: Origin): string {
  const control = findControlCharacter(text);
  if (control)
    throw new ImportError(`${formatOrigin(origin)}有看不见的控制字符 ${control.code}；请在原件里删去`);
  const unsafe = /\\\||\\$|<br ?\/?>/i.exec(text)?.[0];
  if (unsafe !== undefined)
    throw new ImportError(`${formatOrigin(origin)}有“${unsafe}”，存进表格后会变样；请在原件里改写`);
  return text.replaceAll('|', '\\|').replaceAll('\t', ' ').replaceAll('\n', '<br>');
}
