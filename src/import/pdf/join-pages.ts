/**
 * In: the pages of a PDF.
 * Out: its ruled tables, each with all its pages, and the lines above it that belong to it.
 */
import { isCaption, isTitle } from '../../table/caption.ts';
import { toPlain } from '../../table/to-plain.ts';
import { snap } from './find-tables.ts';
import { isTargetHeader } from './header.ts';
import { formatLine, joinLines, type Line } from './join-lines.ts';
import type { Page, PageCell, PageTable } from './read-page.ts';

interface JoinedRow {
  page: number;
  /** Table of the page, and row of the table on that page, from 1. */
  table: number;
  row: number;
  /** A merged cell's text is in its first place; the others are blank. */
  cells: string[];
}

export interface JoinedTable {
  /** Its name, year, unit and the like, from the lines above it. */
  above: string[];
  rows: JoinedRow[];
  /** Pages on which lines are missing. */
  tornPages: number[];
  /** Outer edges in points. */
  edges: readonly [left: number, right: number];
}

/** Difference of the outer edges of one table on two pages: points. */
const SAME_EDGE = 6;
/** Difference of the margins of two pages: points. */
const MARGINS = 40;
/** Distance of two halves of one form: points. */
const HALVES = 15;
/** Distance of two lines of one name, by size. */
const NAME_LINES = 2.2;
/** Line above a table that says one thing: 部门名称：青溪县水务局. */
const FIELD = /^[^:：。；]{2,10}[:：][^。；]{1,40}$/u;
const PAGE_NUMBER = /^[-—–\s\d第页共/]*$/;
/** The beginning of a name: 407003_南屏市照明所_. */
const CODE = /^\d+_.*_$/;
/** The number of a table in front of its name: 表14, 附件2. */
const NUMBER_OF_TABLE = /^(?:附?表|附件)[\d一二三四五六七八九十-]*$/;

/** A table on one page. */
interface Part {
  page: Page;
  table: PageTable;
  /** On its page, from 1. */
  ordinal: number;
  texts: string[][];
}

export function joinPages(pages: readonly Page[]): JoinedTable[] {
  const repeated = repeatedLines(pages);
  const chains: { parts: Part[]; above: string[] }[] = [];
  let before: Page | undefined;
  for (const page of pages) {
    for (const [index, table] of page.tables.entries()) {
      const part = { page, table, ordinal: index + 1, texts: toTexts(table) };
      const last = chains.at(-1);
      const previous = last?.parts.at(-1);
      const isNext = index === 0 && previous?.page === before && previous?.page.number === page.number - 1;
      const isRest = isNext && last ? continues(last, part, repeated) : last && isLowerHalf(last, part);
      if (last && isRest) last.parts.push(part);
      else chains.push({ parts: [part], above: linesAbove(part, repeated) });
    }
    before = page;
  }
  return chains.map(({ parts, above }) => ({ above, ...toJoined(parts) }));
}

/** Whether a table is the rest of the one at the end of the page before. */
function continues(
  chain: { parts: readonly Part[]; above: readonly string[] },
  part: Part,
  repeated: ReadonlySet<string>,
): boolean {
  const [first, previous] = [chain.parts[0], chain.parts.at(-1)];
  if (!first || !previous || !haveSameEdges(previous.table, part.table)) return false;
  const before = new Set(previous.page.lines.map(toKey));
  const between = [
    ...previous.page.lines.filter(({ middle }) => middle > (previous.table.ys.at(-1) ?? 0)),
    ...part.page.lines.filter((line) => line.middle < (part.table.ys[0] ?? 0) && !before.has(toKey(line))),
  ].map(formatLine);
  if (between.some((text) => !chain.above.includes(text) && !isFurniture(text, repeated) && !isSmall(text)))
    return false;
  const rows = part.texts.map(filled).filter((row) => row.length > 0);
  const ownRows = first.texts.map(filled).filter((row) => row.length > 0);
  const [title] = rows[0] ?? [];
  if (rows[0]?.length === 1 && title !== undefined && isTitle(title)) {
    if (title !== ownRows[0]?.[0]) return false;
    rows.shift();
  }
  const [header, ownHeader] = [headerOf(rows), headerOf(ownRows)];
  if (header >= 0 && ownHeader >= 0 && rows[header]?.join('\t') !== ownRows[ownHeader]?.join('\t'))
    return false;
  if (isLedger(rows, header)) return isLedger(ownRows, ownHeader);
  const labels = new Set(ownRows.slice(0, Math.max(ownHeader, 0)).map(([label]) => label));
  return !labels.has(rows[0]?.[0]);
}

/** Whether a table is the lower half of a form that is drawn as two: its indicators, right below its fields. */
function isLowerHalf(chain: { parts: readonly Part[] }, part: Part): boolean {
  const upper = chain.parts.at(-1);
  if (
    upper?.page !== part.page ||
    upper.ordinal !== part.ordinal - 1 ||
    !haveSameEdges(upper.table, part.table)
  )
    return false;
  const [bottom, top] = [upper.table.ys.at(-1) ?? 0, part.table.ys[0] ?? 0];
  const isNear =
    top - bottom < HALVES && !part.page.lines.some(({ middle }) => middle > bottom && middle < top);
  const [rows, ownRows] = [part.texts.map(filled), upper.texts.map(filled)];
  const hasName = ownRows.some(([label]) => label?.endsWith('项目名称'));
  return isNear && hasName && headerOf(ownRows) < 0 && headerOf(rows) === 0 && !isLedger(rows, 0);
}

/** Whether two tables are of one width and nearly in one place. Pages of two sides may have their margins exchanged. */
function haveSameEdges(one: PageTable, other: PageTable): boolean {
  const [left, right] = [
    (one.xs[0] ?? 0) - (other.xs[0] ?? 0),
    (one.xs.at(-1) ?? 0) - (other.xs.at(-1) ?? 0),
  ];
  return Math.abs(left) <= MARGINS && Math.abs(right - left) <= SAME_EDGE;
}

function filled(cells: readonly string[]): string[] {
  return cells.map(toPlain).filter((text) => text !== '');
}

/** Row with 一级指标, 二级指标, 三级指标; -1: none. */
function headerOf(rows: readonly string[][]): number {
  return rows.findIndex(isTargetHeader);
}

/** Whether a header names the projects, too: its table has one row or more for each. */
function isLedger(rows: readonly string[][], header: number): boolean {
  const names = [...(rows[header] ?? []), ...(header === 1 ? (rows[0] ?? []) : [])];
  return (
    header >= 0 && names.some((text) => text.length < 12 && text.endsWith('名称')) && !isForm(rows, header)
  );
}

/** Whether a header has a form's fields above it: 项目名称 and its value. */
function isForm(rows: readonly string[][], header: number): boolean {
  return rows.slice(0, header).some(([label], index) => label?.endsWith('名称') && index + 1 < header);
}

/** Lines that the pages have in common: what is printed at the top or bottom of each, without its figures. */
function repeatedLines(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages)
    for (const text of new Set(lines.map(toKey))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > 2 && count > pages.length / 2).map(([text]) => text),
  );
}

/** A line and its place on the page. */
function toKey(line: Line): string {
  return `${Math.round(line.middle / 10)} ${formatLine(line).replaceAll(/\d+/g, '#')}`;
}

function isFurniture(text: string, repeated: ReadonlySet<string>): boolean {
  return (
    PAGE_NUMBER.test(text) || [...repeated].some((key) => key.endsWith(` ${text.replaceAll(/\d+/g, '#')}`))
  );
}

function isSmall(text: string): boolean {
  return isCaption(text) || NUMBER_OF_TABLE.test(toPlain(text));
}

/** The lines right above a table that belong to it, from the top: one name, years, units and fields. */
function linesAbove({ page, table, ordinal, texts }: Part, repeated: ReadonlySet<string>): string[] {
  const top = table.ys[0] ?? 0;
  const start = Math.max(0, ...page.tables.slice(0, ordinal - 1).map(({ ys }) => ys.at(-1) ?? 0));
  const lines = page.lines.filter(({ middle }) => middle > start && middle < top).reverse();
  const [firstRow] = texts.map(filled).filter((row) => row.length > 0);
  const hasOwnName = firstRow?.length === 1 && isTitle(firstRow[0] ?? '');
  let name: string | undefined;
  const below: string[] = [];
  let above: string[] = [];
  for (const [index, line] of lines.entries()) {
    const text = formatLine(line);
    const upper = lines[index + 1];
    const title = upper && isOneName(upper, line) ? `${formatLine(upper)}${text}` : text;
    if (isTitle(title)) {
      if (hasOwnName || (name !== undefined && title !== name)) break;
      // Some programs draw the name once more, above the year.
      if (name !== undefined) below.unshift(...above);
      name = title;
      above = [];
    } else if (isCaption(text) || FIELD.test(text)) (name === undefined ? below : above).unshift(text);
    else if (!isFurniture(text, repeated) && !isSmall(text)) break;
  }
  return name === undefined ? below : [name, ...below];
}

/** Whether two lines are one name that did not fit into one: of one size, near, above each other, the upper one as wide or wider. */
function isOneName(upper: Line, lower: Line): boolean {
  const isNear =
    lower.middle - upper.middle < lower.size * NAME_LINES && lower.middle > upper.middle + lower.size / 2;
  const isSameSize = Math.abs(upper.size - lower.size) < 1;
  const text = formatLine(upper);
  return (
    isNear &&
    isSameSize &&
    Math.abs(upper.left + upper.right - lower.left - lower.right) < lower.size * 3 &&
    (upper.right - upper.left >= lower.right - lower.left || CODE.test(text)) &&
    !isTitle(text) &&
    !isCaption(text) &&
    !FIELD.test(text) &&
    !/[。；：:]$/.test(text) &&
    !NUMBER_OF_TABLE.test(toPlain(text))
  );
}

/** The texts of a table by row and column. */
function toTexts({ xs, ys, cells }: PageTable): string[][] {
  const rows = Array.from({ length: ys.length - 1 }, () => Array.from({ length: xs.length - 1 }, () => ''));
  for (const cell of cells) {
    const row = rows[cell.top];
    if (row) row[cell.left] = textOf(cell, xs);
  }
  return rows;
}

function textOf({ lines, left, right }: PageCell, xs: readonly number[]): string {
  return joinLines(lines, { left: xs[left] ?? 0, right: xs[right] ?? 0 });
}

/** One grid of all parts. A cell that a page's end leaves open is one with the cell that the next page begins with in its place. */
function toJoined(parts: readonly Part[]): Omit<JoinedTable, 'above'> {
  const [first] = parts;
  const origin = first?.table.xs[0] ?? 0;
  const shifted = parts.map(({ table: { xs } }) => xs.map((x) => x - (xs[0] ?? 0) + origin));
  const edges = snap(shifted.flat());
  const columnOf = (x: number) => {
    const distances = edges.map((edge) => Math.abs(edge - x));
    return distances.indexOf(Math.min(...distances));
  };
  const rows: JoinedRow[] = [];
  const begun = { rows: new Set<number>(), columns: new Set<number>() };
  /** Cells that the page before has left open, by their columns. */
  let open = new Map<string, { row: number; column: number; overhangs: boolean }>();
  for (const [index, { page, table, ordinal }] of parts.entries()) {
    const xs = shifted[index] ?? [];
    const start = rows.length;
    for (let row = 1; row < table.ys.length; row += 1)
      rows.push({
        page: page.number,
        table: ordinal,
        row,
        cells: Array.from({ length: edges.length - 1 }, () => ''),
      });
    const stillOpen: typeof open = new Map();
    for (const cell of table.cells) {
      const [column, end] = [columnOf(xs[cell.left] ?? 0), columnOf(xs[cell.right] ?? 0)];
      const key = `${column} ${end}`;
      const own = { row: start + cell.top, column, overhangs: overhangs(cell, table) };
      const home = (cell.isOpenAbove ? open.get(key) : undefined) ?? own;
      begun.rows.add(home.row);
      begun.columns.add(home.column);
      const cells = rows[home.row]?.cells;
      if (cells)
        cells[home.column] = joinPieces(
          cells[home.column] ?? '',
          textOf(cell, table.xs),
          home.overhangs || own.overhangs,
        );
      if (cell.isOpenBelow) stillOpen.set(key, home);
    }
    open = stillOpen;
  }
  return {
    // Where no cell begins there is no row or column, but a line drawn twice, or the rest of a row of the page before.
    rows: rows
      .filter((_, row) => begun.rows.has(row))
      .map((row) => ({ ...row, cells: row.cells.filter((_, column) => begun.columns.has(column)) })),
    tornPages: parts.filter(({ table }) => isTorn(table)).map(({ page }) => page.number),
    edges: [edges[0] ?? 0, edges.at(-1) ?? 0],
  };
}

function isTorn({ cells }: PageTable): boolean {
  return cells.some((cell) => cell.isTorn && cell.lines.length > 0);
}

/** Whether some of a cell's text is drawn beyond the end of its page. */
function overhangs({ lines }: PageCell, { ys }: PageTable): boolean {
  return lines.some(({ middle }) => middle < (ys[0] ?? 0) || middle > (ys.at(-1) ?? 0));
}

/**
 * A text that is parted by a page's end. Some programs draw all of it on both pages, beyond their ends; what both have counts once.
 */
function joinPieces(upper: string, lower: string, overhang: boolean): string {
  if (upper === lower) return upper;
  let shared = overhang ? Math.min(upper.length, lower.length) : 0;
  while (!upper.endsWith(lower.slice(0, shared))) shared -= 1;
  return upper + lower.slice(shared);
}
