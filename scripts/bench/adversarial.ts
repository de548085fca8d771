/**
 * `npm run bench:adversarial [-- --most 10000000]`: what the parser takes for texts that are made to be slow, from 1 kB to
 * 10 MB, in nanoseconds a byte. The same figure in a row means that time grows with length and no faster.
 *
 * Each text is read by a process of its own, so that none pays for the garbage of another. Fails where a text of ten times the
 * length takes more than fifty times as long. Then: what the portal says of a source above its limit.
 *
 * 10 MB take up to 13 GB of memory; `--most 2000000`, the limit of a source, takes 3.
 */
import { execFileSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { decodeSource } from '../../src/content/decode-source.ts';
import { texts } from './adversarial/texts.ts';

const { values } = parseArgs({ options: { most: { type: 'string', default: '10000000' } } });
const SIZES = [1_000, 10_000, 100_000, 1_000_000, 2_000_000, 10_000_000].filter(
  (size) => size <= Number(values.most),
);
/** Texts of the largest size have millions of cells, each with its place: about 1 kB a byte of source at the worst. */
const HEAP_MEGABYTES = Math.floor((totalmem() * 0.8) / 2 ** 20);
const READER = new URL('adversarial/parse-text.ts', import.meta.url).pathname;

/** How much more a byte may cost in a text ten times as long: what is linear stays near 1, what is quadratic comes to 10. */
const MOST_GROWTH = 5;

const times: Record<string, Record<string, number>> = {};
const memory: Record<string, Record<string, number>> = {};
for (const name of Object.keys(texts)) {
  times[name] = {};
  memory[name] = {};
  for (const size of SIZES) {
    const { milliseconds, megabytes, characters } = readText(name, size);
    times[name][columnOf(size)] = Math.round((milliseconds * 1e6) / characters);
    memory[name][columnOf(size)] = Math.round(megabytes);
  }
}
console.log('Nanoseconds a byte:');
console.table(times);
console.log('Most memory of the process, MB:');
console.table(memory);

const largest = SIZES.at(-1) ?? 0;
const tenth = SIZES.findLast((size) => size * 10 <= largest) ?? largest;
const grown = Object.keys(texts).filter((name) => timeOf(name, largest) > timeOf(name, tenth) * MOST_GROWTH);
console.log(
  `${Object.keys(texts).length} texts, ${grown.length} of them take longer than their length explains`,
);
for (const name of grown) console.log(`  ${name}: ${tenth / 1000} to ${largest / 1000} kB`);
if (grown.length > 0) process.exitCode = 1;

const answer = decodeSource(new Uint8Array(largest).fill(0x61));
if (typeof answer !== 'string') console.log(`A source of ${largest / 1e6} MB: ${answer.message}`);

function timeOf(name: string, size: number): number {
  return times[name]?.[columnOf(size)] ?? Infinity;
}

function columnOf(size: number): string {
  return `${size / 1000} kB`;
}

/** Throws with what the process said where the text was not read. */
function readText(
  name: string,
  size: number,
): { milliseconds: number; megabytes: number; characters: number } {
  const args = [`--max-old-space-size=${HEAP_MEGABYTES}`, READER, name, String(size)];
  const said = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(said) as ReturnType<typeof readText>;
}
