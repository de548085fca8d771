/**
 * In: the name of a text and its sizes, the smallest first, as arguments.
 * Out: JSON with, for each size, the milliseconds of processor time that parsing took, the best of several samples, and the peak memory in
 * megabytes.
 */
import { parseBlocks } from '../../../src/content/parse-blocks.ts';
import { readGrids } from '../../../src/table/read-grids.ts';
import { texts } from './texts.ts';

/** Characters of the warm-up texts. */
const WARM = 10_000;
/** Characters that are parsed in all: a short text is parsed more often, at most `SAMPLES` times. */
const TOTAL = 1_000_000;
const SAMPLES = 2;

const ignore = () => undefined;
const read = (text: string) => readGrids(parseBlocks(text, ignore), text, ignore);

const [name = '', ...sizes] = process.argv.slice(2);
const write = texts[name];
if (!write) throw new Error(`unknown text “${name}”`);
read(write(WARM));

const figures = sizes.map((size) => {
  const text = write(Number(size));
  const samples = Math.min(SAMPLES, Math.ceil(TOTAL / text.length));
  const milliseconds = Math.min(...Array.from({ length: samples }, () => processorTime(() => read(text))));
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1000, characters: text.length };
});
console.log(JSON.stringify(figures));

/** Milliseconds that all threads of this process spend. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
