/**
 * In: the text of a source, without byte order mark.
 * Out: the mdast tree of its blocks. Nothing within a paragraph, heading or cell is parsed: these are texts of the source.
 */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkTabTable } from '../tab-table/remark-tab-table.ts';
import type { Report } from '../table/report.ts';
import { remarkBlocksOnly } from './blocks-only.ts';
import { DEEPEST, NestingError, remarkNestingLimit } from './nesting-limit.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkTabTable)
  .use(remarkBlocksOnly)
  .use(remarkNestingLimit)
  .freeze();

/** Takes a time linear in the length of the text. The tree is empty where lists and quotes are too deep in one another. */
export function parseBlocks(text: string, report: Report): Root {
  try {
    return processor.parse(text);
  } catch (error) {
    if (!(error instanceof NestingError)) throw error;
    const message = `这一行在 ${DEEPEST} 层以上的列表和引用里面，读不出；请去掉行首的“>”“-”“1.”等符号`;
    report(error.position, 'table/nested', message);
    return { type: 'root', children: [] };
  }
}
