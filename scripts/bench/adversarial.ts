/**
 * `npm run bench:adversarial [-- --most 10000000 --json]`: parse time in nanoseconds per byte, and peak memory, for adversarial texts of
 * 1 kB to 10 MB. Linear parsing gives the same time per byte in a whole row.
 *
 * Each text is parsed in a separate process, so that none is slowed down by another's garbage. Times are processor time, and of
 * small texts the best of several samples: other programs on the machine don't count. A text that takes more than fifty times
 * as long where it is ten times as long is parsed again, up to four times as long. Fails if its time per byte grows there too.
 * Last: the error message for a source above the size limit.
 *
 * 10 MB take up to 13 GB of memory; `--most 2000000`, the limit of a source, takes 3.
 */
import { execFileSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { decodeSource } from '../../src/content/decode-source.ts';
import { texts } from './adversarial/texts.ts';
import { parseOptions } from '../parse-options.ts';

interface Figures {
  /** Processor time. */
  milliseconds: number;
  megabytes: number;
  characters: number;
}

const { values } = parseOptions({
  options: { json: { type: 'boolean', default: false }, most: { type: 'string', default: '10000000' } },
});
const SIZES = [1_000, 10_000, 100_000, 1_000_000, 2_000_000, 10_000_000].filter(
  (size) => size <= Number(values.most),
);
/** The largest texts have millions of cells with positions: up to 1 kB per byte of source. */
const HEAP_MEGABYTES = Math.floor((totalmem() * 0.8) / 2 ** 20);
const PARSER = new URL('adversarial/parse-text.ts', import.meta.url).pathname;

/** Maximum growth of the time per byte in a text ten times as long: linear parsing is near 1, quadratic near 10. */
const MOST_GROWTH = 5;
/**
 * The same in a text four times as long as the largest. Short texts need no garbage collection, so they may be faster
 * than linear parsing explains. Long texts all need it.
 */
const MOST_GROWTH_BEYOND = 2;

const figures = Object.keys(texts).map((name) => ({
  name,
  bySize: parseText(name, SIZES),
}));
console.log('Nanoseconds per byte:');
printTable(nanosecondsPerByte);
console.log('Peak memory of the process, MB:');
printTable(({ megabytes }) => megabytes);

const largest = SIZES.at(-1) ?? 0;
const tenth = SIZES.findLast((size) => size * 10 <= largest) ?? largest;
const slow = figures.filter(({ name, bySize }) => {
  const [short, long] = [bySize[SIZES.indexOf(tenth)], bySize.at(-1)];
  if (!short || !long || growthOf(short, long) <= MOST_GROWTH) return false;
  const [again, beyond] = parseText(name, [largest, largest * 4]);
  return !again || !beyond || growthOf(again, beyond) > MOST_GROWTH_BEYOND;
});
console.log(`${figures.length} texts, ${slow.length} of them with superlinear parse time`);
for (const { name } of slow) console.log(`  ${name}: ${tenth / 1000} to ${largest / 1000} kB`);

const answer = decodeSource(new Uint8Array(largest).fill(0x61));
if (typeof answer !== 'string') console.log(`A source of ${largest / 1e6} MB: ${answer.message}`);
if (values.json) console.log(JSON.stringify({ cases: figures.length, failures: slow.length }));
if (slow.length > 0) process.exitCode = 1;

function printTable(figure: (figures: Figures) => number): void {
  const rows = figures.map(({ name, bySize }) => {
    const columns = bySize.map((each, index) => [
      `${(SIZES[index] ?? 0) / 1000} kB`,
      Math.round(figure(each)),
    ]);
    return [name, Object.fromEntries(columns) as Record<string, number>];
  });
  console.table(Object.fromEntries(rows));
}

function nanosecondsPerByte({ milliseconds, characters }: Figures): number {
  return (milliseconds * 1e6) / characters;
}

/** Time per byte of the longer text, as a multiple of that of the shorter. */
function growthOf(short: Figures, long: Figures): number {
  return nanosecondsPerByte(long) / nanosecondsPerByte(short);
}

/** Throws with the error output of the process. */
function parseText(name: string, sizes: readonly number[]): Figures[] {
  const args = [`--max-old-space-size=${HEAP_MEGABYTES}`, PARSER, name, ...sizes.map(String)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures[];
}
