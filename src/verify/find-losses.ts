import type { ExpectedField, ExpectedProject, ExpectedRow } from './expected-project.ts';
import { plainWord } from './form-words.ts';
import type { PublishedProject, PublishedRow } from './published-project.ts';

/** What was looked at, and each cell that is not there as it was written. */
export interface Comparison {
  cells: number;
  losses: string[];
}

const COLUMNS = ['category', 'subcategory', 'name', 'periodTarget', 'annualTarget'] as const;

/** @param lines All lines of the source file. */
export function findLosses(
  expected: ExpectedProject,
  published: PublishedProject,
  lines: readonly string[],
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const lose = (line: number, words: string) =>
    comparison.losses.push(`${line} 行 ${words}（${published.where}）`);
  compareAmount(expected, published, comparison, lose);
  if (published.fields) compareFields(expected.fields, published.fields, comparison, lose);
  if (published.rows) compareRows(expected, { ...published, rows: published.rows }, comparison, lose);
  if (published.lines) compareLines(expected, published.lines, lines, comparison, lose);
  return comparison;
}

type Lose = (line: number, words: string) => unknown;

function compareAmount(
  { fen, startLine }: ExpectedProject,
  { yuan }: PublishedProject,
  comparison: Comparison,
  lose: Lose,
): void {
  if (yuan === null || fen === undefined) return;
  comparison.cells += 1;
  if (!/^\d+\.\d\d$/.test(yuan) || BigInt(yuan.replace('.', '')) !== fen)
    lose(startLine, `预算金额 ${String(fen)} 分，发布的是 ${yuan} 元`);
}

/** Each text stands under its word, as often as in the source and in its order. */
function compareFields(
  fields: readonly ExpectedField[],
  published: ReadonlyMap<string, readonly string[]>,
  comparison: Comparison,
  lose: Lose,
): void {
  const taken = new Map<string, number>();
  const byKey = new Map([...published].map(([key, texts]) => [toPlain(key), texts]));
  for (const { key, text, line } of fields) {
    comparison.cells += 1;
    for (const piece of toPieces(key === 'period' ? toYears(text) : text)) {
      const texts = byKey.get(key)?.flatMap(toPieces) ?? [];
      const wanted = key === 'start' || key === 'end' ? toYears(piece) : piece;
      const found = texts.findIndex((shown, at) => at >= (taken.get(key) ?? 0) && isShownAs(wanted, shown));
      // Years that are not two years stand among the other fields, as they were written.
      const written = texts.indexOf(text, taken.get(key) ?? 0);
      const place = found < 0 ? written : found;
      if (place < 0) lose(line, `“${key}”的“${piece}”`);
      else taken.set(key, place + 1);
    }
  }
}

function compareRows(
  { rows, startLine }: ExpectedProject,
  published: PublishedProject & { rows: PublishedRow[] },
  comparison: Comparison,
  lose: Lose,
): void {
  const ordered = published.isGrouped
    ? [...Map.groupBy(rows, ({ category }) => category).values()].flat()
    : rows;
  if (ordered.length !== published.rows.length)
    lose(startLine, `${ordered.length} 行指标，发布的是 ${published.rows.length} 行`);
  for (const [index, row] of ordered.entries()) {
    const other = published.rows[index];
    for (const column of COLUMNS) {
      if (row[column] !== '') comparison.cells += 1;
      if (!isShownAs(toPlain(row[column]), toPlain(other?.[column] ?? '')))
        loseCell(row, column, other?.[column], lose);
    }
    for (const [number, { label, value }] of row.details.entries()) {
      comparison.cells += 1;
      const detail = other?.details[number];
      if (
        !isShownAs(toPlain(value), toPlain(detail?.value ?? '')) ||
        toPlain(label) !== toPlain(detail?.label ?? '')
      )
        lose(row.line, `“${label}”的“${value}”`);
    }
    if ((other?.details.length ?? 0) > row.details.length) lose(row.line, '发布的比原文多出一格');
  }
}

function loseCell(
  row: ExpectedRow,
  column: (typeof COLUMNS)[number],
  other: string | undefined,
  lose: Lose,
): void {
  lose(row.line, `“${row[column]}”（${column}），发布的是“${other ?? ''}”`);
}

/** Every line of the table, and what else is shown, is as it was, character by character; tabs and spaces behind the last cell do not matter. */
function compareLines(
  { startLine, endLine, cells }: ExpectedProject,
  published: ReadonlyMap<number, string>,
  lines: readonly string[],
  comparison: Comparison,
  lose: Lose,
): void {
  comparison.cells += cells;
  const shown = [...published.keys()].filter((line) => line < startLine || line > endLine);
  const own = Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index);
  for (const line of [...own, ...shown]) {
    const source = (lines[line - 1] ?? '').trimEnd();
    if (!isShownAs(source, published.get(line)))
      lose(line, `原文“${source}”，发布的是“${published.get(line) ?? ''}”`);
  }
}

/**
 * Every line of a table is shown on one of the pages.
 *
 * @param where What the pages are, for the message.
 */
export function findLostLines(
  { startLine, endLine, cells }: Pick<ExpectedProject, 'startLine' | 'endLine' | 'cells'>,
  pages: readonly Pick<PublishedProject, 'lines'>[],
  lines: readonly string[],
  where: string,
): Comparison {
  const comparison: Comparison = { cells, losses: [] };
  for (let line = startLine; line <= endLine; line += 1) {
    const source = (lines[line - 1] ?? '').trimEnd();
    if (source !== '' && !pages.some((page) => isShownAs(source, page.lines?.get(line))))
      comparison.losses.push(`${line} 行 原文“${source}”不在${where}上`);
  }
  return comparison;
}

/** The same text, or the same with personal numbers masked: three characters stay of a number, the rest are `*`. */
export function isShownAs(source: string, shown: string | undefined): boolean {
  if (shown === source || shown === undefined) return shown === source;
  const masks = [...shown.matchAll(/\*+/g)].filter(
    ({ 0: mask, index }) => source.slice(index, index + mask.length) !== mask,
  );
  let rest = shown;
  for (const { 0: mask, index } of masks) {
    const number = source.slice(index - 3, index + mask.length).normalize('NFKC');
    if (!/^[+(]?[\d() -]{8,18}[\dXx]$/.test(number.replaceAll(/[－—]/g, '-'))) return false;
    rest = rest.slice(0, index) + source.slice(index, index + mask.length) + rest.slice(index + mask.length);
  }
  return rest === source;
}

/** The lines of a text, trimmed; empty ones show nothing. */
function toPieces(text: string): string[] {
  const pieces = text.split(/\r\n|\r|\n/).map((piece) => piece.trim());
  return pieces.length === 1 ? pieces : pieces.filter((piece) => piece !== '');
}

/** `2021年 至 2099年` → `2021-2099`, `2021年` → `2021`: a year is published as a number. */
function toYears(text: string): string {
  const years = plainWord(text).match(/\d{4}/g) ?? [];
  return years.join('-');
}

export function toPlain(text: string): string {
  return text.replaceAll(/\r\n|\r/g, '\n').trim();
}
