/**
 * In: a row of the source, and the public notices.
 * Out: whether they name it, so that it is in no project.
 */
import { isCaption } from './captions.ts';
import type { ColumnCell } from './compare-indicators.ts';
import { isHeader } from './header-rows.ts';
import { isShownAs } from './is-shown-as.ts';
import type { RecordedDisclosure, RecordedProject, RecordedOverall, RecordedResult } from './record.ts';
import type { SourceRow, SourceTable } from './source-tables.ts';
import { isWordOfResults } from './words-of-results.ts';
import { isLabel, isPlaceholder, means, plainWord, type Vocabulary, type Words } from './words.ts';

export type Notices = RecordedDisclosure['notices'];

/** Notices on a table that is published as no project. */
const WHOLE_TABLES = [
  'table/other-kind',
  'result/no-indicators',
  'table/blank-form',
  'project/printed-twice',
];

/** Whether a row without a project is empty or a caption, or a public notice names it or its table. */
export function isListed(
  row: SourceRow,
  table: SourceTable,
  /** The last line of the table before. */
  start: number,
  notices: Notices,
  parts: ReadonlyMap<RecordedProject | RecordedResult | RecordedOverall, { rows: readonly SourceRow[] }>,
  { sheet, result }: Vocabulary,
): boolean {
  const starts = [...parts.keys()].map(({ source }) => source.startLine);
  const before = (line: number) => start < line && line <= (row === table[0] ? row.endLine : row.line);
  const isAbove = !starts.some((line) => start < line && line < row.line);
  const texts = noticesOn(row, notices, 'text/outside-table').map(({ message }) => message);
  const filled = row.cells.filter((cell) => cell !== '');
  if (texts.length > 0 && filled.every((cell) => texts.some((text) => quotes(text, cell)))) return true;
  if (filled.every((cell) => isAbove && isCaption(cell))) return true;
  const named = notices.findLast(({ rule, line }) => WHOLE_TABLES.includes(rule) && before(line));
  if (!named || starts.some((line) => named.line < line && before(line))) return false;
  if (named.rule === 'table/other-kind' || named.rule === 'result/no-indicators') return true;
  const first = [...parts].find(([{ source }]) => named.message.includes(`第 ${source.startLine} 行`));
  const isOfResult = first !== undefined && 'funds' in first[0];
  const isNamed = (cell: string) => isPlaceholder(cell) || texts.some((text) => quotes(text, cell));
  if (named.rule === 'table/blank-form')
    return (
      isHeader(row, sheet) ||
      filled.every(
        (cell) => isLabel(sheet, cell) || isWordOfResults(cell, result) || isCaption(cell) || isNamed(cell),
      )
    );
  const said = first?.[1].rows.flatMap(({ cells }) => cells.map(plainWord)) ?? [];
  return isSaid(
    filled,
    said,
    (cell) =>
      isLabel(sheet, cell) ||
      (isOfResult && isWordOfResults(cell, result)) ||
      isCaption(cell) ||
      isPublished(cell, first?.[0]),
  );
}

/** Whether the cells of a row of a table that is printed twice are in the first, in the same order; or, cut by a page, in part. */
function isSaid(
  cells: readonly string[],
  said: readonly string[],
  isPart: (cell: string) => boolean,
): boolean {
  let place = -1;
  return cells.every((cell) => {
    if (!said.includes(plainWord(cell))) return isPart(cell);
    place = said.indexOf(plainWord(cell), place + 1);
    return place >= 0;
  });
}

/** Whether a text, or a part of one, is published. A figure alone is no part. */
function isPublished(
  text: string,
  project: RecordedProject | RecordedResult | RecordedOverall | undefined,
): boolean {
  return !/^[\d.,]+$/.test(text) && JSON.stringify(project ?? '').includes(JSON.stringify(text).slice(1, -1));
}

/** A project's row of a ledger whose indicator is a sum, without that: a notice names it. */
export function withoutTotal(row: SourceRow, header: SourceRow, notices: Notices, words: Words): SourceRow {
  const first = header.cells.findIndex((cell) => means(words, cell, 'column category', 'column subcategory'));
  const [total] = noticesOn(row, notices, 'ledger/total-row');
  if (!total || row.cells.every((cell, column) => column >= first || cell === '')) return row;
  const isTotal = (cell: string, column: number) => column >= first && quotes(total.message, cell);
  return { ...row, cells: row.cells.map((cell, column) => (isTotal(cell, column) ? '' : cell)) };
}

export function isQuoted({ cells }: SourceRow, message: string): boolean {
  return cells.every((cell) => cell === '' || quotes(message, cell));
}

/**
 * The row of a spending unit above its projects: its notice names the unit first. It is in the column of their names, or behind its
 * code: 520004云岭市文化局.
 */
export function unitIn(
  row: SourceRow,
  message: string,
  header: SourceRow | undefined,
  words: Words,
): ColumnCell | undefined {
  const names = header?.cells.findIndex((cell) => means(words, cell, 'name')) ?? -1;
  const column = row.cells.findIndex(
    (text, index) =>
      (index === names || /^\d+\D/.test(text)) && text !== '' && message.startsWith(`这是单位“${text}”`),
  );
  const text = row.cells[column];
  return text === undefined ? undefined : { label: '用款单位', text, column, row };
}

export function isWithin(line: number, start: number, end: number): boolean {
  return start <= line && line <= end;
}

export function noticesOn({ line, endLine }: SourceRow, notices: Notices, rule: string): Notices {
  return notices.filter((each) => each.rule === rule && isWithin(each.line, line, endLine));
}

/** Whether a message names a text between quotes. Numbers of persons are masked in it. */
export function quotes(message: string, text: string): boolean {
  return message.matchAll(/“/g).some(({ index }) => {
    const end = index + 1 + text.length;
    return message[end] === '”' && isShownAs(text, message.slice(index + 1, end));
  });
}
