/**
 * In: mdast `table` nodes with `data.tabTable`.
 * Out: tab-separated lines that are parsed to the same cells.
 */
import type { Table, TableRow } from 'mdast';
import type { Handle, Options, State } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';

/** Settings of {@link tabTableToMarkdown}. */
export interface ToMarkdownOptions {
  /** Writes the tables that were not pasted with tabs. Undefined: as the extension before this one does. */
  table?: Handle | undefined;
}

/** Blocks whose lines have a prefix each, so that no cell in them can have several lines. */
const CONTAINERS = ['blockquote', 'footnoteDefinition', 'list', 'listItem'];
/** A beginning that no construct but a table takes: a letter or a number, which is not that of a list. */
const PLAIN = /^(?!\d+[.)])[\p{L}\p{N}]/u;

/**
 * The mdast-util-to-markdown extension.
 *
 * A cell is quoted where its text would not be read back else. What tabs can't say is changed: a row of one cell gets an empty
 * second one, a table without rows is left out, and in lists and block quotes a cell's lines are joined by spaces.
 */
export function tabTableToMarkdown({ table = unknownTable }: ToMarkdownOptions = {}): Options {
  return {
    handlers: {
      table: (node: Table, parent, state, info) =>
        node.data?.tabTable ? writeTable(node, state) : table(node, parent, state, info),
    },
    // Next to each other, two tables would be one, and a table would be a line of the text above it.
    join: [(left, right) => (isTabTable(left) || isTabTable(right) ? 1 : undefined)],
    // A tab in a paragraph would make it a table.
    unsafe: [{ character: '\t', inConstruct: 'phrasing' }],
  };
}

/** The handler of tables that extensions have so far: the last one's. Undefined: none has one. */
export function findTableHandler(extensions: readonly Options[]): Handle | undefined {
  return extensions.reduce<Handle | undefined>(
    (found, { handlers, extensions: inner }) => handlers?.table ?? findTableHandler(inner ?? []) ?? found,
    undefined,
  );
}

function unknownTable(): never {
  throw new Error('Cannot handle a table without tabs: expected remark-gfm, or another extension, before');
}

function isTabTable({ type, data }: { type: string; data?: object | undefined }): boolean {
  return type === 'table' && data !== undefined && 'tabTable' in data && data.tabTable === true;
}

function writeTable({ children }: Table, state: State): string {
  const isAtRoot = !state.stack.some((name) => CONTAINERS.includes(name));
  return children.map((row, index) => writeRow(row, index === 0, isAtRoot)).join('\n');
}

function writeRow({ children }: TableRow, isFirst: boolean, isAtRoot: boolean): string {
  const texts = children.map((cell) =>
    isAtRoot ? toString(cell) : toString(cell).replaceAll(/\r\n|\r|\n/g, ' '),
  );
  while (texts.length < 2) texts.push('');
  // Without a text the row would be a blank line.
  const isBlank = texts.every((text) => /^ *$/.test(text));
  /** The cell with which another construct could begin. */
  const opening = isFirst ? texts.findIndex((text) => text !== '') : -1;
  return texts
    .map((text, index) => {
      const isOpening = index === opening || (index === 0 && (isBlank || (isFirst && !isAtRoot)));
      return isOpening && !PLAIN.test(text) ? quote(text) : quoteIfNeeded(text);
    })
    .join('\t');
}

function quoteIfNeeded(text: string): string {
  return /^"|[\t\r\n]/.test(text) ? quote(text) : text;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
