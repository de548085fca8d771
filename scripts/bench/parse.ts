/**
 * `npm run bench:parse [-- --quick]`
 *
 * In: generated disclosures.
 * Out: the cost of parsing per project, with and without our plugin. All figures are measured in this run. For the growth with the
 * length of a text see `npm run bench:adversarial`.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import remarkTabTable from '../../src/tab-table/remark-tab-table.ts';
import { generateCorpus } from './generate-corpus.ts';
import { parseOptions } from '../parse-options.ts';

const { values } = parseOptions({ options: { quick: { type: 'boolean', default: false } } });
const PROJECTS = values.quick ? 300 : 3000;
const ROUNDS = values.quick ? 2 : 5;

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const tabbed = unified().use(remarkParse).use(remarkGfm).use(remarkTabTable).freeze();

const files = readCorpus();
describeCorpus();
let [withoutPlugin, withPlugin] = [Infinity, Infinity];
// The two take turns, so that both meet the same load.
for (let done = 0; done < ROUNDS; done += 1) {
  withoutPlugin = Math.min(withoutPlugin, millisecondsOf(plain));
  withPlugin = Math.min(withPlugin, millisecondsOf(tabbed));
}
console.table({
  'remark-parse + remark-gfm (paragraphs)': { 'ms per project': round(withoutPlugin / PROJECTS), ratio: 1 },
  'the same + remarkTabTable (tables)': {
    'ms per project': round(withPlugin / PROJECTS),
    ratio: round(withPlugin / withoutPlugin),
  },
});

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
      `${(cells / PROJECTS).toFixed(0)} cells per project\n` +
      `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread, minimum of ${ROUNDS} rounds\n`,
  );
}

function millisecondsOf(processor: Pick<typeof tabbed, 'parse'>): number {
  const start = performance.now();
  for (const file of files) processor.parse(file);
  return performance.now() - start;
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}
