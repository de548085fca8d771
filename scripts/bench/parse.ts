/**
 * `npm run bench:parse [-- --quick]`
 *
 * In: generated disclosures and adversarial texts.
 * Out: the cost of parsing per project, with and without our plugin, and its growth per byte. All figures are measured in this run.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkTabTable } from '../../src/tab-table/remark-tab-table.ts';
import { texts } from './adversarial/texts.ts';
import { generateCorpus } from './generate-corpus.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const PROJECTS = values.quick ? 300 : 3000;
const ROUNDS = values.quick ? 2 : 5;
/** Sizes of the texts whose growth is measured. */
const SIZES = [1, 2, 4].map((times) => times * (values.quick ? 5_000 : 25_000));

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const tabbed = unified().use(remarkParse).use(remarkGfm).use(remarkTabTable).freeze();

const files = readCorpus();
describeCorpus();
printCost();
printGrowth();

function readCorpus(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
  try {
    generateCorpus({ projects: PROJECTS, seed: 2026, out: folder });
    return globSync(join(folder, 'disclosures/*/*.md')).map((path) => readFileSync(path, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws unless each project is one table: the figures would be for something else. */
function describeCorpus(): void {
  const nodes = files.flatMap((file) => tabbed.parse(file).children);
  const rows = nodes.flatMap((node) => (node.type === 'table' ? [node.children] : []));
  if (rows.length !== PROJECTS) throw new Error(`expected ${PROJECTS} tables, got ${rows.length}`);
  const cells = rows.flat().reduce((sum, row) => sum + row.children.length, 0);
  const megabytes = files.reduce((sum, file) => sum + Buffer.byteLength(file), 0) / 1e6;
  console.log(
    `${PROJECTS} projects in ${files.length} files, ${megabytes.toFixed(1)} MB, ` +
      `${(cells / PROJECTS).toFixed(0)} cells per project`,
  );
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread, minimum of ${ROUNDS} rounds\n`,
  );
}

function printCost(): void {
  const [withoutPlugin = NaN, withPlugin = NaN] = leastMilliseconds(
    [plain, tabbed].map((processor) => () => {
      for (const file of files) processor.parse(file);
    }),
  );
  console.table({
    'remark-parse + remark-gfm (paragraphs)': { 'ms per project': round(withoutPlugin / PROJECTS), ratio: 1 },
    'the same + remarkTabTable (tables)': {
      'ms per project': round(withPlugin / PROJECTS),
      ratio: round(withPlugin / withoutPlugin),
    },
  });
}

/** If parsing is linear, the time per byte is the same for all sizes. */
function printGrowth(): void {
  const growing = { ...texts, 'unclosed quotes in paragraphs': (size: number) => '"a\n\n'.repeat(size / 4) };
  const table: Record<string, Record<string, number>> = {};
  for (const [name, write] of Object.entries(growing)) {
    const written = SIZES.map(write);
    const times = leastMilliseconds(written.map((text) => () => tabbed.parse(text)));
    const columns = written.map((text, index) => [
      `${(SIZES[index] ?? 0) / 1000} kB`,
      round(((times[index] ?? NaN) * 1e6) / Buffer.byteLength(text)),
    ]);
    table[name] = Object.fromEntries(columns) as Record<string, number>;
  }
  console.log('\nGrowth, nanoseconds per byte:');
  console.table(table);
}

/** The tasks take turns, so that all of them meet the same load. The first round is the warm-up. */
function leastMilliseconds(tasks: readonly (() => unknown)[]): number[] {
  const least = tasks.map(() => Infinity);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      const time = performance.now() - start;
      if (round > 0) least[index] = Math.min(least[index] ?? Infinity, time);
    }
  }
  return least;
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}
