/**
 * In: the name and size of a text, as arguments.
 * Out: JSON with the milliseconds that parsing took and the peak memory in megabytes.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkTabTable } from '../../../src/tab-table/remark-tab-table.ts';
import { readGrids } from '../../../src/table/read-grids.ts';
import { texts } from './texts.ts';

/** Characters of the warm-up texts. */
const WARM = 10_000;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTabTable).freeze();
const read = (text: string) => readGrids(parser.parse(text), text, () => undefined);

const [name = '', size = ''] = process.argv.slice(2);
const write = texts[name];
if (!write) throw new Error(`unknown text “${name}”`);
for (const warm of Object.values(texts)) read(warm(WARM));

const text = write(Number(size));
const start = performance.now();
read(text);
const milliseconds = performance.now() - start;
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ milliseconds, megabytes, characters: text.length }));
