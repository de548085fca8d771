import type { Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFileCompatible } from 'vfile';
import remarkTabTable from '../../../src/tab-table/remark-tab-table.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkTabTable).freeze();

export function parseWithTabs(source: VFileCompatible): Root {
  return processor.parse(source);
}

/** The texts of all tab tables that stand at the top of the document. */
export function readTables(source: VFileCompatible): string[][][] {
  return parseWithTabs(source)
    .children.filter((node) => node.type === 'table')
    .filter((table) => table.data?.tabTable === true)
    .map(readRows);
}

function readRows(table: Table): string[][] {
  return table.children.map((row) =>
    row.children.map(({ children: [text] }) => (text?.type === 'text' ? text.value : '')),
  );
}
