/**
 * `npm run bench:search [-- --projects 7,2000,10000] [--seed 1]`: search in Chromium, on the real projects (7) and on invented ones.
 *
 * Beside ours, in the same run: default Pagefind over plain pages, and `includes()` over one JSON. Exit 1 where ours is not
 * exact, or slower than default Pagefind.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toSearchRecords } from '../../src/build/build-site.ts';
import { openContent } from '../../src/content/open-content.ts';
import { numberRecords } from '../../src/search/index/assign-bundles.ts';
import { buildSearchIndex } from '../../src/search/index/build-search-index.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { generateCorpus } from './generate-corpus.ts';
import { markdownTable } from './markdown-table.ts';
import { sampleQueries } from './sample-queries.ts';
import { askJson } from './search/ask-json.ts';
import { askOurs } from './search/ask-ours.ts';
import { askPlain } from './search/ask-plain.ts';
import { buildPlain } from './search/build-plain.ts';
import { firstPlain, firstQuery, type FirstQuery } from './search/first-query.ts';
import { folderDigest } from './search/folder-digest.ts';
import { measureTyping, TYPED } from './search/measure-typing.ts';
import { isExact, percentile, score } from './search/score.ts';
import { loadedBytes } from './search/watch-loading.ts';
import { seededRandom } from './seeded-random.ts';
import { serveFolders } from './serve-folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const REAL = 7;

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: `${REAL},2000,10000` },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
const seed = Number(values.seed);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, seed ${seed}`,
);

try {
  const site = join(folder, 'site');
  execFileSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, JIXIAO_OUT: site, JIXIAO_CONTENT: '' },
  });
  for (const count of values.projects.split(',').map(Number)) await measure(count, site);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(count: number, site: string): Promise<void> {
  const records = await readRecords(count);
  const numbered = numberRecords(records);
  const queries = sampleQueries(numbered, seededRandom(seed + 1));
  console.log(`\n### ${count.toLocaleString('en-US')} projects, ${queries.length} queries\n`);

  const ours = join(folder, `ours-${count}`);
  const plain = join(folder, `plain-${count}`);
  // In turn, so that a busy moment of the machine meets both; the shorter of two builds counts.
  const built: number[] = [];
  const plainBuilt: number[] = [];
  const digests = new Set<string>();
  for (let build = 0; build < 2; build += 1) {
    built.push(await timed(() => buildSearchIndex({ records, outDir: ours })));
    plainBuilt.push(await timed(() => buildPlain(numbered, plain)));
    digests.add(folderDigest(ours));
    if (build > 0) break;
    rmSync(ours, { recursive: true });
    rmSync(plain, { recursive: true });
  }
  const isSame = digests.size === 1;
  console.log(
    `Index built in ${seconds(Math.min(...built))} s (default Pagefind ${seconds(Math.min(...plainBuilt))} s). ` +
      `Two builds ${isSame ? 'are the same bytes' : 'DIFFER'}.\n`,
  );

  const server = await serveFolders([
    ['/pagefind/', join(ours, 'pagefind')],
    ['/plain/', plain],
    ['/', site],
  ]);
  const browser = await openBrowser();
  try {
    const first = await firstQuery(browser, server.address);
    const oursFound = await askOurs(
      browser,
      server.address,
      site,
      queries,
      new Map(numbered.map(({ url }, number) => [url, number])),
    );
    const plainFound = await askPlain(browser, server.address, queries);
    const jsonFound = await askJson(browser, server.address, queries);
    const plainFirst = await firstPlain(browser, server.address);
    const jsonBytes = await loadedBytes(browser, `${server.address}plain/all.json`);
    printTable({
      Jixiao: { ...score(oursFound, queries), ...describeFirst(first) },
      'default Pagefind': { ...score(plainFound, queries), ...describeFirst(plainFirst) },
      '`includes()` over one JSON': {
        ...score(jsonFound, queries),
        'first query KB': Math.round(jsonBytes / 1000),
        requests: 1,
        'cold ms': '',
      },
    });
    const typed = await measureTyping(browser, server.address);
    console.log(
      `Longest pause of the page while ${TYPED.join('、')} are typed: ${typed === 0 ? 'none above 50' : typed} ms.`,
    );
    const [half, most] = [50, 95].map((percent) => percentile(oursFound.withFacets, percent).toFixed(1));
    console.log(
      `Asked again for the counts of 相符之处, after the answer stands: p50 ${half}, p95 ${most} ms.`,
    );
    const slowest = [...oursFound.times.entries()].sort(([, x], [, y]) => y - x)[0];
    if (slowest) {
      const { text = '', truth = new Set() } = queries[slowest[0]] ?? {};
      console.log(`Slowest query: ${text}, ${slowest[1].toFixed(0)} ms, ${truth.size} projects.`);
    }
    const wrong = queries.filter((query, index) => !isExact(oursFound.found[index] ?? [], query));
    for (const { text, kind, truth } of wrong.slice(0, 10))
      console.log(`WRONG: ${kind} ${text}, in ${truth.size} projects`);
    if (wrong.length > 0 || !isSame || percentile(oursFound.times, 95) > percentile(plainFound.times, 95))
      process.exitCode = 1;
  } finally {
    await browser.close();
    server.close();
  }
}

async function readRecords(count: number): Promise<SearchRecord[]> {
  const content = count === REAL ? join(root, 'content') : join(folder, `content-${count}`);
  if (count !== REAL) generateCorpus({ projects: count, seed, out: content });
  const opened = await openContent({ root, folder: content });
  const { errors } = opened;
  if (errors.length > 0)
    throw new Error(`the corpus has ${errors.length} errors: ${errors[0]?.message ?? ''}`);
  return toSearchRecords(opened);
}

function describeFirst({ bytes, requests, milliseconds }: FirstQuery) {
  return { 'first query KB': Math.round(bytes / 1000), requests, 'cold ms': Math.round(milliseconds) };
}

/** As Markdown, a row for each way to search. */
function printTable(rows: Record<string, Record<string, string | number>>): void {
  const titles = Object.keys(Object.values(rows)[0] ?? {});
  const lines = Object.entries(rows).map(([name, row]) => [name, ...titles.map((title) => row[title] ?? '')]);
  console.log(`${markdownTable(['', ...titles], lines)}\n`);
}

async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
