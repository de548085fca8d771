/**
 * In: the mdast tree of one file, and the text it was parsed from.
 * Out: its tables as Grids, each with the heading above it; other text is reported.
 */
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { hasField, isCaption, isTitle, toLineCells } from './caption.ts';
import type { Cell, Grid } from './grid.ts';
import { positionOf } from './position-of.ts';
import { readGrid } from './read-grid.ts';
import type { Report } from './report.ts';
import { shorten } from './shorten.ts';
import { toLines } from './to-lines.ts';

/** The closing `#`s of a heading, or the line under it. */
const HEADING_END = /(?:^|[ \t])#+[ \t]*$|[\r\n]+[ \t]*(?:=+|-+)[ \t]*$/;

/** Blocks in which no table is read, as staff know them. */
const AROUND: Partial<Record<RootContent['type'], string>> = {
  blockquote: '引用（行首的“>”）',
  list: '列表（行首的“-”或“1.”）',
  footnoteDefinition: '脚注（行首的“[^…]:”）',
  html: 'HTML 标签或没有结束的注释（“<!--”）',
};
/** The marks of quotes and lists at the beginning of a line. */
const MARKERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d+[.)](?=[ \t])))*[ \t]*/;
/** The line under the head of a pipe table. */
const DELIMITER = /^:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+$/;

export function readGrids(tree: Root, source: string, report: Report): Grid[] {
  const grids: Grid[] = [];
  let title: Cell | null = null;
  let above: Cell[] = [];
  let hasHeading = false;
  const leading = leadingToTables(tree.children, source);
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'table') {
      const grid = readGrid(node, source, title, above);
      reportQuotes(grid, tree.children[index - 1], report);
      grids.push(grid);
      title = null;
      above = [];
      hasHeading = false;
    } else if (node.type === 'heading') {
      for (const line of above) if (hasField(line.text)) reportText(line, report);
      ({ title, above } = splitHeading(readLine(node, source)));
      hasHeading = true;
    } else if (node.type === 'paragraph' && leading.has(node)) {
      const text = readLine(node, source);
      for (const line of toLineCells(text.text, text)) {
        // Under a heading it is another line of the table: it may name the project.
        if (!isTitle(line.text) || hasHeading) above.push(line);
        else {
          title = line;
          report(line, 'heading/missing-marker', `表名“${line.text}”前缺“## ”，已当作表名`);
        }
      }
    } else {
      reportOutside(node, source, report);
    }
  }
  for (const line of above) if (hasField(line.text)) reportText(line, report);
  return grids;
}

/** A heading that is underlined may hold the lines of a caption too: the line of dashes makes all above it one heading. */
function splitHeading(heading: Cell): { title: Cell | null; above: Cell[] } {
  const lines = toLineCells(heading.text, heading);
  const above = lines.filter(({ text }) => isCaption(text));
  if (above.length === 0) return { title: heading, above };
  const [first, ...others] = lines.filter((line) => !above.includes(line));
  return {
    title: first ? { ...first, text: [first, ...others].map(({ text }) => text).join('\n') } : null,
    above,
  };
}

/** The paragraphs whose lines all belong to the table that follows. */
function leadingToTables(nodes: readonly RootContent[], source: string): Set<RootContent> {
  const leading = new Set<RootContent>();
  let isBeforeTable = false;
  for (const node of nodes.toReversed()) {
    isBeforeTable =
      node.type === 'table' || (isBeforeTable && node.type === 'paragraph' && isAboveTable(node, source));
    if (isBeforeTable) leading.add(node);
  }
  return leading;
}

function isAboveTable(node: Paragraph, source: string): boolean {
  const lines = toLineCells(readLine(node, source).text, { line: 1, column: 1 });
  return lines.every(({ text }) => isTitle(text) || isCaption(text));
}

/**
 * The text of a heading or paragraph as written, without the `#`s or the underline. It is cut from the source, because gfm
 * splits a line at an address and doesn't keep the positions of its parts.
 */
function readLine(node: Heading | Paragraph, source: string): Cell {
  const { start, end } = positionOf(node);
  const raw = source.slice(start.offset, end.offset);
  const marker = node.type === 'heading' ? (/^#{1,6}[ \t]*/.exec(raw)?.[0].length ?? 0) : 0;
  const text = raw
    .slice(marker)
    .replace(node.type === 'heading' ? HEADING_END : '', '')
    .trim();
  return { text, line: start.line, column: start.column + marker };
}

function reportOutside(node: RootContent, source: string, report: Report): void {
  if (node.type === 'yaml' || node.type === 'thematicBreak') return;
  const { start, end } = positionOf(node);
  const text = source.slice(start.offset, end.offset);
  if (/^<!--[^]*-->$/.test(text.trim())) return;
  const around = AROUND[node.type];
  const row = around === undefined ? undefined : findRow(text);
  if (row) {
    const column = row.index === 0 ? start.column + row.indent : row.indent + 1;
    const message = `表格在${around}里面，读不出；请在表格前空一行，并去掉${node.type === 'html' ? '标签' : '行首的符号'}`;
    report({ line: start.line + row.index, column }, 'table/nested', message);
    return;
  }
  reportText({ text, ...start }, report);
}

function reportText({ text, line, column }: Cell, report: Report): void {
  report(
    { line, column },
    'text/outside-table',
    `这段文字不在表格里，项目页的表中没有它：“${shorten(text.trim().replaceAll(/\s+/g, ' '), 30)}”`,
  );
}

/** Directly under a list or quote, the first row's quoted cells of several lines are not read as such. */
function reportQuotes({ rows: [first] }: Grid, before: RootContent | undefined, report: Report): void {
  const quoted = first?.cells.find(({ text }) => text.startsWith('"'));
  const around = before && AROUND[before.type];
  if (!quoted || !around || positionOf(before).end.line + 1 !== first?.line) return;
  const message = `表格紧接在${around}下面，这一格的引号读不准；请在表格前空一行`;
  report(quoted, 'table/nested', message);
}

/**
 * The first line with cells in a block that is not searched for tables, or else a line after which nothing is: one that opens a
 * comment or a fence which the block does not close.
 */
function findRow(text: string): { index: number; indent: number } | undefined {
  const lines = toLines(text).map((line, index) => {
    const rest = line.replace(MARKERS, '');
    return { index, indent: line.length - rest.length, rest, hasTab: line.includes('\t') };
  });
  const opening = lines.filter(({ rest }) => /^(?:`{3}|~{3}|<!--(?!.*-->))/.test(rest));
  const isOpen = opening.length % 2 === 1 && !(opening[0]?.rest.startsWith('<') && text.includes('-->'));
  return (
    lines.find(
      ({ rest, hasTab }) => /\S/.test(rest) && (hasTab || rest.startsWith('|') || DELIMITER.test(rest)),
    ) ?? (isOpen ? opening[0] : undefined)
  );
}
