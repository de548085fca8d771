/**
 * In: the pages of a PDF.
 * Out: its ruled tables, each with all its pages, and the lines above it that belong to it.
 */
import { isTitle } from '../../table/caption.ts';
import { isTargetHeader } from './header.ts';
import { formatLine } from './join-lines.ts';
import { joinParts, type JoinedTable } from './join-parts.ts';
import { isFurniture, isSmall, linesAbove, repeatedLines, toKey } from './lines-above.ts';
import type { Page, PageTable } from './read-page.ts';
import { filled, toPart, type Part } from './to-part.ts';

/** Difference of the outer edges of one table on two pages: points. */
const SAME_EDGE = 6;
/** Difference of the margins of two pages: points. */
const MARGINS = 40;
/** Distance of two halves of one form: points. */
const HALVES = 15;

export function joinPages(pages: readonly Page[]): JoinedTable[] {
  const repeated = repeatedLines(pages);
  const chains: { parts: Part[]; above: string[] }[] = [];
  let before: Page | undefined;
  for (const page of pages) {
    for (const [index, table] of page.tables.entries()) {
      const part = toPart(page, table, index + 1);
      const last = chains.at(-1);
      const previous = last?.parts.at(-1);
      const isNext = index === 0 && previous?.page === before && previous?.page.number === page.number - 1;
      const isRest = isNext && last ? continues(last, part, repeated) : last && isLowerHalf(last, part);
      if (last && isRest) last.parts.push(part);
      else chains.push({ parts: [part], above: linesAbove(part, before, repeated) });
    }
    before = page;
  }
  return chains.map(({ parts, above }) => ({ above, ...joinParts(parts) }));
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
