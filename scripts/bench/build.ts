/**
 * `npm run bench [-- --projects 7,1000,10000 --peers hugo,eleventy,starlight,floor,pagefind --rounds 3] [--dev] [--slow] [--quick] [--record]`
 *
 * In: numbers of projects.
 * Out: what building their site costs beside other generators on the same content, and what a reader of it loads, everything
 * measured in this run. With `--record` the tables are written to `results.md`, which is written in no other way.
 *
 * `--dev` measures an edit under `npm run dev` too; `--slow` measures what takes minutes at its size, too.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import {
  BODY_PAGES,
  CHANGED,
  PAGEFIND,
  ROWS,
  STARLIGHT,
  type Contender,
  type ContenderName,
} from './builds/contender.ts';
import { describeResults } from './builds/describe-results.ts';
import { measureEdit } from './builds/measure-edit.ts';
import type { Measured, Timings } from './builds/measured.ts';
import { measureReader } from './builds/measure-reader.ts';
import { ourContenders, removeCaches } from './builds/our-contenders.ts';
import { findPeers, markdownFolder } from './builds/peer-contenders.ts';
import { readOutput } from './builds/read-output.ts';
import { removeRuns, workplace, type Workplace } from './builds/workplace.ts';
import { generateCorpus } from './generate-corpus.ts';
import type { Cost } from './measure-process.ts';
import { writeMarkdown } from './peers/write-markdown.ts';

const { values } = parseArgs({
  options: {
    projects: { type: 'string' },
    peers: { type: 'string', default: 'hugo,floor,pagefind' },
    rounds: { type: 'string' },
    dev: { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const sizes = readNumbers('projects', values.projects ?? (values.quick ? '7,50' : '7,100,1000'));
const [rounds = 1] = readNumbers('rounds', values.rounds ?? (values.quick ? '1' : '3'));
/** Projects above which a contender takes many minutes, or more memory than the machine has. */
const MOST_QUICK: Partial<Record<ContenderName, number>> = {
  [STARLIGHT]: 1000,
  [CHANGED]: 10_000,
  [BODY_PAGES]: 10_000,
  [PAGEFIND]: 10_000,
};
/** The same of an edit under `astro dev`. */
const MOST_EDITED = 10_000;
const resultsFile = fileURLToPath(new URL('results.md', import.meta.url));
const isInMemory = existsSync('/dev/shm');
const base = mkdtempSync(join(isInMemory ? '/dev/shm' : tmpdir(), 'jixiao-bench-'));

// What is left in memory would be missing to the machine.
process.once('exit', () => {
  rmSync(base, { recursive: true, force: true });
  for (const size of sizes) removeCaches(workplace(base, size).content);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const peers = findPeers(values.peers.split(',').filter(Boolean), base);
const results: Measured[] = [];
for (const size of sizes) {
  results.push(await measureSize(size));
  // After each size, as the next may take an hour.
  if (values.record) writeFileSync(resultsFile, await describe(results));
}
console.log(await describe(results));

/** Formatted as `npm run lint` wants files to be. */
function describe(results: readonly Measured[]): Promise<string> {
  const where = isInMemory ? 'memory (tmpfs)' : 'the folder for temporary files';
  return format(describeResults(results, rounds, where), { parser: 'markdown' });
}

async function measureSize(size: number): Promise<Measured> {
  const place = workplace(base, size);
  mkdirSync(place.folder);
  generateCorpus({ projects: size, seed: 1, out: place.content });
  await writeMarkdown(place.content, markdownFolder(place));
  const timings: Timings[] = [];
  const contenders = [
    ...ourContenders(place, timings),
    ...peers.map((toContender) => toContender(place)),
  ].sort((a, b) => ROWS.indexOf(a.name) - ROWS.indexOf(b.name));
  const leftOut = new Map<ContenderName, string>();
  for (const { name } of contenders) {
    const most = MOST_QUICK[name];
    if (most !== undefined && size > most && !values.slow)
      leftOut.set(name, `not measured above ${most} projects without \`--slow\``);
    if (name === BODY_PAGES && values.quick) leftOut.set(name, 'not measured with `--quick`');
  }
  try {
    const costs = await runRounds(
      size,
      place,
      contenders.filter(({ name }) => !leftOut.has(name)),
    );
    const output = readOutput(place.out);
    tell(size, 'a first query in Chromium');
    const firstQueries = await measureReader(place.out, rounds);
    const isEdited = values.dev && (values.slow || size <= MOST_EDITED);
    if (isEdited) tell(size, 'an edit under astro dev');
    const edit = isEdited ? await measureEdit(place.content) : null;
    return { size, costs, leftOut, timings, output, firstQueries, edit };
  } finally {
    rmSync(place.folder, { recursive: true, force: true });
    removeCaches(place.content);
  }
}

/** In turn, so that a busy moment of the machine meets all of them. */
async function runRounds(
  size: number,
  place: Workplace,
  contenders: readonly Contender[],
): Promise<Map<ContenderName, Cost[]>> {
  const costs = new Map<ContenderName, Cost[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, run } of contenders) {
      tell(size, `round ${round} of ${rounds}: ${name}`);
      costs.set(name, [...(costs.get(name) ?? []), await run()]);
      removeRuns(place);
    }
  }
  return costs;
}

function tell(size: number, what: string): void {
  console.error(`${size} projects, ${what}`);
}

/** `7,1000`. Throws where one is no whole number above 0. */
function readNumbers(option: string, text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Error(`--${option} ${text}: expected whole numbers with commas between them, as in 7,1000`);
  return numbers;
}
