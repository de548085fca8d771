/**
 * `npm run bench:search [-- --projects 7,2000,10000] [--seed 1]`: search in Chromium, on the real projects (7) and on generated ones.
 *
 * In the same run it measures default Pagefind over plain pages, and `includes()` over one JSON. Exits with 1 if ours is not exact,
 * or slower than default Pagefind.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { toSearchRecords } from '../../src/build/to-search-records.ts';
import { openContent } from '../../src/content/open-content.ts';
import { toSearchable } from '../../src/search/fold.ts';
import { numberRecords } from '../../src/search/index/number-records.ts';
import { buildSearchIndex } from '../../src/search/index/build-search-index.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { serveWithNginx, WEB_HOST } from '../browser/serve-with-nginx.ts';
import { fileDigests } from '../file-digests.ts';
import { percentile } from './figures.ts';
import { generateCorpus } from './generate-corpus.ts';
import { markdownTable } from './markdown-table.ts';
import { sampleQueries } from './sample-queries.ts';
import { buildPlain } from './search/build-plain.ts';
import { JSON_FILE, oursIn, PLAIN } from './search/engines.ts';
import { FIRST_QUERY, firstQuery, measureLoading, type Loading } from './search/measure-loading.ts';
import { measureQueries, type Engine } from './search/measure-queries.ts';
import { measureTyping, TYPED } from './search/measure-typing.ts';
import { isExact, score } from './search/score.ts';
import { seededRandom } from './seeded-random.ts';
import { parseOptions } from '../parse-options.ts';

const root = join(import.meta.dirname, '../..');
const REAL = 7;

const { values } = parseOptions({
  options: {
    projects: { type: 'string', default: `${REAL},2000,10000` },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
const site = join(folder, 'site');
const seed = Number(values.seed);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, seed ${seed}`,
);

const browser = await openBrowser();
try {
  const env = { ...process.env, JIXIAO_OUT: site, JIXIAO_CONTENT: '' };
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, env });
  for (const count of values.projects.split(',').map(Number)) await measure(count);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(count: number): Promise<void> {
  const records = numberRecords(await readRecords(count));
  const queries = sampleQueries(records, seededRandom(seed + 1));
  console.log(`\n### ${count.toLocaleString('en-US')} projects, ${queries.length} queries\n`);

  const again = join(folder, 'again');
  for (const path of [again, join(site, 'pagefind'), join(site, 'plain')])
    rmSync(path, { recursive: true, force: true });
  const build = (outDir: string) => timed(() => buildSearchIndex({ records, guide: [], outDir }));
  const buildOther = (outDir: string) => timed(() => buildPlain(records, join(outDir, 'plain')));
  // In turn, so that a busy moment of the machine meets both; the shorter of two builds counts.
  const [first, firstOther] = [await build(site), await buildOther(site)];
  const [second, secondOther] = [await build(again), await buildOther(again)];
  const [digests, digestsAgain] = [site, again].map((out) => fileDigests(join(out, 'pagefind')));
  const isSame = isDeepStrictEqual(digests, digestsAgain);
  console.log(
    `Index built in ${seconds(Math.min(first, second))} s (default Pagefind ${seconds(Math.min(firstOther, secondOther))} s). ` +
      `Two builds ${isSame ? 'are the same bytes' : 'DIFFER'}.\n`,
  );

  const server = await serveWithNginx(site, { server: WEB_HOST });
  const { address } = server;
  const ask = (engine: Engine, texts = queries.map(({ text }) => text)) =>
    measureQueries(browser, address, engine, texts);
  const loading = await firstQuery(browser, address);
  const found = await ask(oursIn(site, records));
  const withFacets = await ask(oursIn(site, records, true));
  const foundPlain = await ask(PLAIN);
  const folded = queries.map(({ text }) =>
    text
      .split(/\s+/)
      .map((word) => toSearchable(word).text)
      .join(' '),
  );
  const foundInJson = await ask(JSON_FILE, folded);
  const loadingPlain = await measureLoading(browser, `${address}plain/`, async (page) => {
    await PLAIN.open(page);
    await page.evaluate((text) => window.findProjects(text, 10), FIRST_QUERY);
  });
  const loadingJson = await measureLoading(browser, `${address}plain/`, JSON_FILE.open);
  printTable({
    Jixiao: { ...score(found, queries), ...describeLoading(loading) },
    'default Pagefind': { ...score(foundPlain, queries), ...describeLoading(loadingPlain) },
    '`includes()` over one JSON': { ...score(foundInJson, queries), ...describeLoading(loadingJson) },
  });
  const pause = await measureTyping(browser, address);
  await server.close();
  console.log(
    `Longest pause of the page while ${TYPED.join('、')} are typed: ${pause === 0 ? 'none above 50' : pause} ms.`,
  );
  const [half, most] = [50, 95].map((percent) => percentile(withFacets.times, percent).toFixed(1));
  console.log(
    `Asked again for the counts of 相符之处, after the answer is shown: p50 ${half}, p95 ${most} ms.`,
  );
  const time = Math.max(...found.times);
  const slowest = queries[found.times.indexOf(time)];
  if (slowest)
    console.log(`Slowest query: ${slowest.text}, ${time.toFixed(0)} ms, ${slowest.truth.size} projects.`);
  const wrong = queries.filter((query, index) => !isExact(found.found[index] ?? [], query));
  for (const { text, kind, truth } of wrong.slice(0, 10))
    console.log(`WRONG: ${kind} ${text}, in ${truth.size} projects`);
  if (wrong.length > 0 || !isSame || percentile(found.times, 95) > percentile(foundPlain.times, 95))
    process.exitCode = 1;
}

async function readRecords(count: number): Promise<SearchRecord[]> {
  const content = count === REAL ? join(root, 'content') : join(folder, `content-${count}`);
  if (count !== REAL) generateCorpus({ projects: count, seed, out: content });
  const opened = await openContent({ root, folder: content });
  const [error, ...more] = opened.errors;
  if (error) throw new Error(`the corpus has ${more.length + 1} errors: ${error.message}`);
  return toSearchRecords(opened);
}

function describeLoading({ bytes, requests, milliseconds }: Loading) {
  return { 'first query KB': Math.round(bytes / 1000), requests, 'cold ms': Math.round(milliseconds) };
}

/** As Markdown, a row for each way to search. */
function printTable(rows: Record<string, Record<string, string | number>>): void {
  const [first = {}] = Object.values(rows);
  const lines = Object.entries(rows).map(([name, row]) => [name, ...Object.values(row)]);
  console.log(`${markdownTable(['', ...Object.keys(first)], lines)}\n`);
}

async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
