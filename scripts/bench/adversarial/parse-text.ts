/**
 * In: the name and size of a text, as arguments.
 * Out: JSON with the milliseconds of processor time that parsing took, the best of several samples, and the peak memory in
 * megabytes.
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
/** Characters that are parsed in all: a short text is parsed more often, at most `SAMPLES` times. */
const TOTAL = 1_000_000;
const SAMPLES = 3;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTabTable).freeze();
const read = (text: string) => readGrids(parser.parse(text), text, () => undefined);

const [name = '', size = ''] = process.argv.slice(2);
const write = texts[name];
if (!write) throw new Error(`unknown text “${name}”`);
for (const warm of Object.values(texts)) read(warm(WARM));

const text = write(Number(size));
const samples = Math.min(SAMPLES, Math.ceil(TOTAL / text.length));
const milliseconds = Math.min(...Array.from({ length: samples }, () => processorTime(() => read(text))));
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ milliseconds, megabytes, characters: text.length }));

/** Milliseconds that all threads of this process spend. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
