/**
 * In: the published source file, recombined to thousands of projects.
 * Out: what parsing costs, a project and a byte; every figure is measured in this run.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkTabTable } from '../../src/tab-table/remark-tab-table.ts';
import { seededRandom } from './seeded-random.ts';

const SOURCE = new URL('../../content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', import.meta.url);
/** `--quick`: a run of seconds, to see that the benchmark works. */
const isQuick = process.argv.includes('--quick');
const PROJECTS = isQuick ? 300 : 3000;
const PROJECTS_A_FILE = 10;
/** Bytes of the smallest text whose growth is watched. */
const SMALLEST = isQuick ? 5_000 : 25_000;
const ROUNDS = isQuick ? 2 : 5;
/** Line of a project that begins with its table's title, with or without `## `. */
const TITLE = /^(?:## )?项目绩效目标表$/m;

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const tabbed = unified().use(remarkParse).use(remarkGfm).use(remarkTabTable).freeze();

const files = writeCorpus(readFileSync(SOURCE, 'utf8'));
checkCorpus();
printCost();
printGrowth();

/** Sections of the source in random order, each digit after a line's first tab drawn anew. */
function writeCorpus(source: string): string[] {
  const sections = source.split(TITLE).slice(1);
  const random = seededRandom(2026);
  const pick = (count: number) => Math.floor(random() * count);
  const projects = Array.from({ length: PROJECTS }, () => {
    const section = sections[pick(sections.length)]?.trim() ?? '';
    const varied = section.replaceAll(/\t.*/g, (cells) => cells.replaceAll(/\d/g, () => String(pick(10))));
    return `## 项目绩效目标表\n\n${varied}\n`;
  });
  return Array.from({ length: PROJECTS / PROJECTS_A_FILE }, (_, file) =>
    projects.slice(file * PROJECTS_A_FILE, (file + 1) * PROJECTS_A_FILE).join('\n'),
  );
}

/** Throws where a project is not one table: the cost would be that of something else. */
function checkCorpus(): void {
  let tables = 0;
  let cells = 0;
  for (const file of files) {
    for (const node of tabbed.parse(file).children) {
      if (node.type !== 'table') continue;
      tables += 1;
      for (const row of node.children) cells += row.children.length;
    }
  }
  if (tables !== PROJECTS) throw new Error(`Expected ${PROJECTS} tables, got ${tables}`);
  const megabytes = files.reduce((sum, file) => sum + Buffer.byteLength(file), 0) / 1e6;
  console.log(
    `${PROJECTS} projects in ${files.length} files, ${megabytes.toFixed(1)} MB, ` +
      `${(cells / PROJECTS).toFixed(0)} cells a project`,
  );
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread, least of ${ROUNDS} rounds\n`,
  );
}

function printCost(): void {
  const [withoutPlugin = NaN, withPlugin = NaN] = leastMilliseconds(
    [plain, tabbed].map((processor) => () => {
      for (const file of files) processor.parse(file);
    }),
  );
  console.table({
    'remark-parse + remark-gfm (paragraphs)': { 'ms a project': round(withoutPlugin / PROJECTS), ratio: 1 },
    'the same + remarkTabTable (tables)': {
      'ms a project': round(withPlugin / PROJECTS),
      ratio: round(withPlugin / withoutPlugin),
    },
  });
}

/** Parsing must stay linear, whatever a file is made of: the time a byte is the same for 1, 2 and 4 times the size. */
function printGrowth(): void {
  const rows: Record<string, (size: number) => string> = {
    'tabs only': (size) => `a${'\t'.repeat(size)}`,
    'quotes only': (size) => `a\t${'"'.repeat(size)}`,
    'quotes that never close, one a row': (size) => 'a\t"b""\n'.repeat(size / 7),
    'quotes that never close, in prose': (size) => '"a\n\n'.repeat(size / 4),
    'empty rows': (size) => `a\tb\n${'\t\n'.repeat(size / 2)}`,
    'a line of many cells': (size) => '≥95%\t'.repeat(size / 7),
    'rows of two cells': (size) => 'a\tb\n'.repeat(size / 4),
  };
  const table: Record<string, Record<string, number>> = {};
  for (const [name, write] of Object.entries(rows)) {
    const texts = [1, 2, 4].map((times) => write(times * SMALLEST));
    const times = leastMilliseconds(texts.map((text) => () => tabbed.parse(text)));
    const perByte = texts.map((text, index) =>
      round(((times[index] ?? NaN) * 1e6) / Buffer.byteLength(text)),
    );
    table[name] = Object.fromEntries(
      [1, 2, 4].map((factor, index) => [`${(factor * SMALLEST) / 1000} kB`, perByte[index] ?? NaN]),
    );
  }
  console.log('\nGrowth, nanoseconds a byte:');
  console.table(table);
}

/** The tasks take turns, so that a busy moment of the machine meets all of them. The first round warms up. */
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
