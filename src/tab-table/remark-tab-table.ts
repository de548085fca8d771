/**
 * In: Markdown in which a spreadsheet was pasted, on its way through `unified().use(remarkParse).use(remarkGfm)`.
 * Out: the same tree, with an mdast `table` for each block of tab-separated lines.
 */
import type { Processor } from 'unified';
import { tabTableFromMarkdown } from './tab-table-from-markdown.ts';
import { tabTableSyntax } from './tab-table-syntax.ts';
import { findTableHandler, tabTableToMarkdown } from './tab-table-to-markdown.ts';

// Types that come with the plugin: the data of its tables, and of processors.
export type {} from 'remark-parse';
export type {} from 'remark-stringify';
export type {} from './tab-table-from-markdown.ts';

/**
 * Adds tab-separated tables to remark. Use it after remark-gfm: cells are made when the transforms of earlier
 * plugins are done, so that an address in a cell stays text, and is not searched for either.
 */
export default function remarkTabTable(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(tabTableSyntax());
  (data.fromMarkdownExtensions ??= []).push(tabTableFromMarkdown());
  const extensions = (data.toMarkdownExtensions ??= []);
  extensions.push(tabTableToMarkdown({ table: findTableHandler(extensions) }));
}
