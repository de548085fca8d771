/**
 * In: the mdast tree of one file, and the text it was parsed from.
 * Out: its tables as Grids, each with the heading above it; other text is reported.
 */
import type { Heading, Nodes, Paragraph, Root, RootContent, Table } from 'mdast';
import { isCaption, isTitle, toLineCells } from './caption.ts';
import type { Cell, Grid } from './grid.ts';
import { positionOf } from './position-of.ts';
import { readGrid } from './read-grid.ts';
import type { Report } from './report.ts';
import { shorten } from './shorten.ts';

/** The closing `#`s of a heading, or the line under it. */
const HEADING_END = /(?:^|[ \t])#+[ \t]*$|[\r\n]+[ \t]*(?:=+|-+)[ \t]*$/;

export function readGrids(tree: Root, source: string, report: Report): Grid[] {
  const grids: Grid[] = [];
  let title: Cell | null = null;
  let above: Cell[] = [];
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'table') {
      grids.push(readGrid(node, source, title, above));
      title = null;
      above = [];
    } else if (node.type === 'heading') {
      title = readLine(node, source);
      above = [];
    } else if (node.type === 'paragraph' && leadsToTable(tree.children, index, source)) {
      const text = readLine(node, source);
      for (const line of toLineCells(text.text, text)) {
        if (!isTitle(line.text)) above.push(line);
        else {
          title = line;
          report(line, 'heading/missing-marker', `表名“${line.text}”前缺“## ”，已当作表名`);
        }
      }
    } else {
      reportOutside(node, source, report);
    }
  }
  return grids;
}

/** Whether all lines of a paragraph belong to a table, and that table follows. */
function leadsToTable(nodes: readonly RootContent[], from: number, source: string): boolean {
  for (const node of nodes.slice(from)) {
    if (node.type === 'table') return true;
    if (node.type !== 'paragraph') return false;
    const lines = toLineCells(readLine(node, source).text, { line: 1, column: 1 });
    if (!lines.every(({ text }) => isTitle(text) || isCaption(text))) return false;
  }
  return false;
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
  const nested = findTable(node);
  if (nested) {
    const around = node.type === 'blockquote' ? '引用（行首的“>”）' : '列表（行首的“-”或“1.”）';
    const message = `表格在${around}里面，读不出；请在表格前空一行，并去掉行首的符号`;
    report(positionOf(nested).start, 'table/nested', message);
    return;
  }
  const { start, end } = positionOf(node);
  const text = source.slice(start.offset, end.offset).trim();
  if (node.type === 'yaml' || node.type === 'thematicBreak' || /^<!--[^]*-->$/.test(text)) return;
  report(
    start,
    'text/outside-table',
    `这段文字不在表格里，项目页的表中没有它：“${shorten(text.replaceAll(/\s+/g, ' '), 30)}”`,
  );
}

/** Searches block quotes and lists only; never cells, as there are many. */
function findTable(node: Nodes): Table | undefined {
  if (node.type === 'table') return node;
  if (node.type !== 'blockquote' && node.type !== 'list' && node.type !== 'listItem') return undefined;
  for (const child of node.children) {
    const table = findTable(child);
    if (table) return table;
  }
  return undefined;
}
