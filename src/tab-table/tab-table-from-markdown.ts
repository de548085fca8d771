/**
 * In: `tabTable` and `tabTableRow` tokens.
 * Out: mdast `table` nodes, as pipe tables give them, whose cells hold their text as published.
 */
import type { Table } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { toTableRow } from './to-table-row.ts';

declare module 'mdast' {
  interface TableData {
    /** The table was pasted with tabs: the text of its cells is literal, and not trimmed. */
    tabTable?: boolean;
  }
}

/**
 * The mdast-util-from-markdown extension.
 *
 * Tables stay without rows until the transforms of earlier extensions are done. One of gfm's looks for addresses in all text,
 * and for the cells that would take longer than everything else for the document.
 */
export function tabTableFromMarkdown(): Extension {
  /** What a parse that threw left here is part of a tree that nobody has. */
  const unfilled: { table: Table; rows: Token[] }[] = [];
  return {
    enter: {
      tabTable(token) {
        const table: Table = { type: 'table', align: [], children: [], data: { tabTable: true } };
        this.enter(table, token);
        unfilled.push({ table, rows: [] });
      },
    },
    exit: {
      tabTableRow(token) {
        unfilled.at(-1)?.rows.push(token);
      },
      tabTable(token) {
        this.exit(token);
      },
    },
    transforms: [
      () => {
        for (const { table, rows } of unfilled.splice(0)) fillTable(table, rows);
      },
    ],
  };
}

function fillTable(table: Table, rows: readonly Token[]): void {
  table.children = rows.map(toTableRow);
  // As many as the widest row has cells: mdast-util-to-hast shows no more cells than there are alignments.
  const width = table.children.reduce((widest, row) => Math.max(widest, row.children.length), 0);
  table.align = Array.from({ length: width }, () => null);
}
