/**
 * `npm run bench:search [-- --projects 7,2000,10000] [--seed 1]`: search in Chromium, on the real projects (7) and on invented ones.
 *
 * Beside ours, in the same run: default Pagefind over plain pages, and `includes()` over one JSON. Exit 1 where ours is not
 * exact, or slower than default Pagefind.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as pagefind from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { readContent } from '../../src/collection/read-content.ts';
import { toDisclosureEntry } from '../../src/collection/to-disclosure-entry.ts';
import { assignBundles } from '../../src/search/assign-bundles.ts';
import { buildSearchIndex } from '../../src/search/build-search-index.ts';
import { toSearchable } from '../../src/search/fold.ts';
import { textsOf, type SearchRecord } from '../../src/search/search-record.ts';
import { toSearchRecord } from '../../src/search/to-search-record.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { generateCorpus } from './generate-corpus.ts';
import { sampleQueries, type SampledQuery } from './sample-queries.ts';
import { seededRandom } from './seeded-random.ts';
import { serveFolders } from './serve-folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const REAL = 7;
const FIRST_QUERY = '满意度';
/** Queries that are typed, key by key, while the page is watched for pauses. */
const TYPED = ['满意度', '2026年', '95%', '工作经费'];

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

/** How one way to search did. */
interface Result {
  /** Numbers found, by query, and milliseconds of each when everything it needs is loaded. */
  found: number[][];
  times: number[];
}

async function measure(count: number, site: string): Promise<void> {
  const records = await readRecords(count);
  const numbered = assignBundles(records).flat();
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
    digests.add(digest(ours));
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
    const oursFound = await runOurs(browser, server.address, queries);
    const plainFound = await runPlain(browser, server.address, queries);
    const jsonFound = await runIncludes(browser, server.address, queries);
    const plainFirst = await firstPlain(browser, server.address);
    const jsonBytes = await bytesOf(browser, `${server.address}plain/all.json`);
    printTable({
      Jixiao: { ...score(oursFound, queries), ...first },
      'default Pagefind': { ...score(plainFound, queries), ...plainFirst },
      '`includes()` over one JSON': {
        ...score(jsonFound, queries),
        'first query KB': jsonBytes,
        requests: 1,
        'cold ms': '',
      },
    });
    const typed = await typing(browser, server.address);
    console.log(
      `Longest pause of the page while ${TYPED.join('、')} are typed: ${typed === 0 ? 'none above 50' : typed} ms.`,
    );
    const [half, most] = [50, 95].map((percent) => percentile(oursFound.withPlaces, percent).toFixed(1));
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
  const { sources, errors } = await readContent(content);
  if (errors.length > 0)
    throw new Error(`the corpus has ${errors.length} errors: ${errors[0]?.message ?? ''}`);
  return sources.flatMap((source) => {
    const publisher = toDisclosureEntry(source)?.data.publisher ?? '';
    return source.disclosure.projects.map((project) => toSearchRecord(project, publisher));
  });
}

/** Pagefind as it comes, over a plain page a project; and all folded cells in one JSON. */
async function buildPlain(records: readonly SearchRecord[], out: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(errors.join('; '));
  await Promise.all(
    records.map((record, number) => {
      const cells = textsOf(record).map((text) => `<p>${escape(text)}</p>`);
      const content = `<!doctype html><html lang="zh-CN"><head><title>${escape(record.name)}</title></head><body><h1>${escape(record.name)}</h1>${cells.join('')}</body></html>`;
      return index.addHTMLFile({ url: `/${number}/`, content });
    }),
  );
  await index.writeFiles({ outputPath: join(out, 'pagefind') });
  await pagefind.close();
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, 'all.json'),
    JSON.stringify(records.map((record) => textsOf(record).map((text) => toSearchable(text).text))),
  );
  writeFileSync(
    join(out, 'index.html'),
    '<!doctype html><html lang="zh-CN"><title>Benchmark</title><h1>x</h1></html>',
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Each query once to load what it needs, then once to be timed; the first ten results are ready to be shown. */
async function runOurs(
  browser: Browser,
  address: string,
  queries: readonly SampledQuery[],
): Promise<Result & { withPlaces: number[] }> {
  const page = await browser.newPage();
  await page.goto(`${address}search/`);
  const worker = readdirSync(join(folder, 'site/_astro')).find((name) => name.startsWith('search-worker'));
  if (worker === undefined) throw new Error('the site has no search worker');
  const result = await page.evaluate(
    async ({ texts, script }) => {
      const thread = new Worker(script, { type: 'module' });
      let last = 0;
      const search = (text: string, withPlaces = false) =>
        new Promise<number[]>((resolve, reject) => {
          last += 1;
          thread.onmessage = ({ data }: MessageEvent<{ answer?: { numbers: number[] } }>) => {
            if (data.answer) resolve(data.answer.numbers);
            else reject(new Error(`no answer to ${text}`));
          };
          const query = { text, filters: {}, sort: 'relevance', limit: 10, withPlaces };
          thread.postMessage({ id: last, base: `${location.origin}/pagefind/`, query });
        });
      const found: number[][] = [];
      const times: number[] = [];
      for (const text of texts) await search(text);
      for (const text of texts) {
        const start = performance.now();
        found.push(await search(text));
        times.push(performance.now() - start);
      }
      const withPlaces: number[] = [];
      for (const text of texts) {
        const start = performance.now();
        await search(text, true);
        withPlaces.push(performance.now() - start);
      }
      return { found, times, withPlaces };
    },
    { texts: queries.map(({ text }) => text), script: `/_astro/${worker}` },
  );
  await page.close();
  return result;
}

async function runPlain(
  browser: Browser,
  address: string,
  queries: readonly SampledQuery[],
): Promise<Result> {
  const page = await browser.newPage();
  await page.goto(`${address}plain/`);
  const result = await page.evaluate(
    async ({ texts, script }) => {
      interface Found {
        data: () => Promise<{ url: string }>;
      }
      const engine = (await import(script)) as {
        search: (text: string) => Promise<{ results: (Found & { id: string })[] }>;
      };
      const numbers = new Map<string, number>();
      const times: number[] = [];
      const found: number[][] = [];
      for (const text of texts) {
        const { results } = await engine.search(text);
        for (const result of results) {
          if (!numbers.has(result.id)) {
            const { url } = await result.data();
            numbers.set(result.id, Number(/(\d+)\/$/.exec(url)?.[1]));
          }
        }
        found.push(results.map(({ id }) => numbers.get(id) ?? -1));
      }
      for (const text of texts) {
        const start = performance.now();
        const { results } = await engine.search(text);
        await Promise.all(results.slice(0, 10).map((result) => result.data()));
        times.push(performance.now() - start);
      }
      return { found, times };
    },
    { texts: queries.map(({ text }) => text), script: '/plain/pagefind/pagefind.js' },
  );
  await page.close();
  return result;
}

async function runIncludes(
  browser: Browser,
  address: string,
  queries: readonly SampledQuery[],
): Promise<Result> {
  const page = await browser.newPage();
  await page.goto(`${address}plain/`);
  const result = await page.evaluate(
    async ({ asked }) => {
      const cells = (await (await fetch('/plain/all.json')).json()) as string[][];
      const found: number[][] = [];
      const times: number[] = [];
      for (const words of asked) {
        const start = performance.now();
        const numbers: number[] = [];
        for (const [number, own] of cells.entries())
          if (words.every((word) => own.some((cell) => cell.includes(word)))) numbers.push(number);
        times.push(performance.now() - start);
        found.push(numbers);
      }
      return { found, times };
    },
    { asked: queries.map(({ text }) => text.split(/\s+/).map((word) => toSearchable(word).text)) },
  );
  await page.close();
  return result;
}

/** From the moment the box has the focus on a page that is fully loaded to the answer: what is loaded, and how long it takes. */
async function firstQuery(browser: Browser, address: string) {
  const { page, loaded } = await watched(browser);
  await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
  loaded.reset();
  await page.focus('#q');
  const start = performance.now();
  await page.fill('#q', FIRST_QUERY);
  await page.press('#q', 'Enter');
  await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  const time = performance.now() - start;
  await page.waitForLoadState('networkidle');
  const figures = await loaded.figures();
  await page.context().close();
  return { ...figures, 'cold ms': Math.round(time) };
}

async function firstPlain(browser: Browser, address: string) {
  const { page, loaded } = await watched(browser);
  await page.goto(`${address}plain/`, { waitUntil: 'networkidle' });
  loaded.reset();
  const start = performance.now();
  await page.evaluate(
    async ({ text, script }) => {
      const engine = (await import(script)) as {
        search: (text: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
      };
      const { results } = await engine.search(text);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
    },
    { text: FIRST_QUERY, script: '/plain/pagefind/pagefind.js' },
  );
  const time = performance.now() - start;
  const figures = await loaded.figures();
  await page.context().close();
  return { ...figures, 'cold ms': Math.round(time) };
}

async function bytesOf(browser: Browser, url: string): Promise<number> {
  const { page, loaded } = await watched(browser);
  await page.goto(url, { waitUntil: 'networkidle' });
  const { 'first query KB': bytes } = await loaded.figures();
  await page.context().close();
  return bytes;
}

/** A page of a fresh browser, and what it has loaded: bytes over the wire, headers included. Workers count. */
async function watched(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let sizes: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    const size = request
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    sizes.push(size.catch(() => 0));
  });
  const loaded = {
    reset: () => {
      sizes = [];
    },
    figures: async () => {
      const all = await Promise.all(sizes);
      const bytes = all.reduce((sum, size) => sum + size, 0);
      return { 'first query KB': Math.round(bytes / 1000), requests: all.length };
    },
  };
  return { page, loaded };
}

/** Milliseconds of the longest task of the page while a reader types; 0 where none is above 50. */
async function typing(browser: Browser, address: string): Promise<number> {
  const page: Page = await browser.newPage();
  await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const seen = window as unknown as { pauses: number[] };
    seen.pauses = [];
    new PerformanceObserver((list) => {
      seen.pauses.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  for (const text of TYPED) {
    await page.fill('#q', '');
    await page.locator('#q').pressSequentially(text, { delay: 90 });
    await page.waitForSelector('.suggestions:not([hidden]) [role=option]');
    await page.press('#q', 'Enter');
    await page.waitForSelector('[data-search-results][aria-busy="false"] li');
  }
  const pauses = await page.evaluate(() => (window as unknown as { pauses: number[] }).pauses);
  await page.close();
  return Math.round(Math.max(0, ...pauses));
}

/** As Markdown. */
function printTable(rows: Record<string, Record<string, string | number>>): void {
  const titles = Object.keys(Object.values(rows)[0] ?? {});
  const lines = Object.entries(rows).map(([name, row]) => [name, ...titles.map((title) => row[title] ?? '')]);
  for (const cells of [['', ...titles], ['---', ...titles.map(() => '---:')], ...lines])
    console.log(`| ${cells.join(' | ')} |`);
  console.log('');
}

/** Shares in percent; times in milliseconds. */
function score({ found, times }: Result, queries: readonly SampledQuery[]) {
  const present = queries
    .map((query, index) => ({ query, own: found[index] ?? [] }))
    .filter(({ query }) => query.kind !== 'absent');
  const absent = queries
    .map((query, index) => ({ query, own: found[index] ?? [] }))
    .filter(({ query }) => query.kind === 'absent');
  const right = present.map(({ query, own }) => own.filter((number) => query.truth.has(number)).length);
  return {
    'recall %': share(
      sum(present.map(({ query }, index) => (right[index] ?? 0) / query.truth.size)),
      present.length,
    ),
    'precision %': share(
      sum(present.map(({ own }, index) => (own.length === 0 ? 0 : (right[index] ?? 0) / own.length))),
      present.length,
    ),
    'exact %': share(present.filter(({ query, own }) => isExact(own, query)).length, present.length),
    'absent found': `${absent.filter(({ own }) => own.length > 0).length}/${absent.length}`,
    'p50 ms': Number(percentile(times, 50).toFixed(1)),
    'p95 ms': Number(percentile(times, 95).toFixed(1)),
    'max ms': Number(Math.max(...times).toFixed(0)),
  };
}

function isExact(own: readonly number[], { truth }: SampledQuery): boolean {
  return own.length === truth.size && own.every((number) => truth.has(number));
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(part: number, whole: number): number {
  return Number(((part / whole) * 100).toFixed(1));
}

async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

/** SHA-256 over names and bytes of all files of a folder. */
function digest(base: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) hash.update(name).update(readFileSync(name));
  return hash.digest('hex');
}
