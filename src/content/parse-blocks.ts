/**
 * In: the text of a source, without byte order mark.
 * Out: the mdast tree of its blocks. Nothing within a paragraph, heading or cell is parsed: these are texts of the source.
 */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import remarkTabTable from '../tab-table/remark-tab-table.ts';
import type { Report } from '../table/report.ts';
import { remarkBlocksOnly } from './blocks-only.ts';
import { ContainerError, remarkContainerLimits } from './container-limits.ts';
import { remarkSetextHeading } from './setext-heading.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkTabTable)
  .use(remarkBlocksOnly)
  .use(remarkSetextHeading)
  .use(remarkContainerLimits)
  .freeze();

/** Takes a time linear in the length of the text. The tree is empty where lists and quotes are too many, or too deep in one another. */
export function parseBlocks(text: string, report: Report): Root {
  try {
    return processor.parse(text);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    report(error.position, 'table/nested', error.message);
    return { type: 'root', children: [] };
  }
}
