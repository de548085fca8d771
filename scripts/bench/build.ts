/**
 * `npm run bench [-- --projects 7,1000 --peers hugo,floor --rounds 3] [--quick] [--record]`
 *
 * In: numbers of projects.
 * Out: what building their site costs beside other generators on the same content, everything measured in this run. With
 * `--record` the tables are written to `results.md`, which is written in no other way.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildCacheFolder, buildName } from '../../src/collection/build-cache-folder.ts';
import { generateCorpus } from './generate-corpus.ts';
import { measureProcess, type Cost } from './measure-process.ts';
import { writeMarkdown } from './peers/write-markdown.ts';

const { values } = parseArgs({
  options: {
    projects: { type: 'string' },
    peers: { type: 'string', default: 'hugo,floor,pagefind' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const sizes = (values.projects ?? (values.quick ? '7,50' : '7,100,1000')).split(',').map(Number);
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const root = fileURLToPath(new URL('../..', import.meta.url));
const bench = join(root, 'scripts/bench');
/** Memory, where there is a file system in it: disks of other people's load are then not measured. */
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jixiao-bench-'));

/** One thing that is measured at one size, round by round. */
interface Contender {
  name: string;
  run: () => Promise<Cost>;
}
type Timings = Record<string, number>;
interface Measured {
  size: number;
  costs: Map<string, Cost[]>;
  timings: Timings[];
  pages: number;
  pageBytes: { raw: number; gzipped: number };
  largest: { path: string; gzipped: number };
  /** All files, and those of the search index among them. */
  files: { count: number; bytes: number; indexBytes: number };
}

const OURS = 'Jixiao, everything, from nothing';
const OURS_PAGES = 'Jixiao, pages without search index';
const WARM = 'Jixiao, one file changed';
const HUGO = 'Hugo';
const FLOOR = 'template strings in Node';
const PAGEFIND = "Pagefind's CLI over our pages";

try {
  const results: Measured[] = [];
  for (const size of sizes) {
    results.push(await measureSize(size));
    // After each size, as the next may take an hour.
    if (values.record) writeFileSync(join(bench, 'results.md'), `${describe(results)}\n`);
  }
  console.log(describe(results));
} finally {
  rmSync(work, { recursive: true, force: true });
  for (const size of sizes) removeCaches(join(work, `content-${size}`));
}

async function measureSize(size: number): Promise<Measured> {
  const content = join(work, `content-${size}`);
  const out = join(work, `out-${size}`);
  const markdown = join(work, `markdown-${size}`);
  generateCorpus({ projects: size, seed: 1, out: content });
  const peers = availablePeers();
  if (peers.includes('hugo')) await writeMarkdown(content, markdown);
  const timings: Timings[] = [];
  const costs = new Map<string, Cost[]>();
  const contenders: Contender[] = [
    { name: OURS, run: () => buildOurs(content, out, timings) },
    { name: WARM, run: () => buildChanged(content, out) },
    ...(peers.includes('hugo') ? [{ name: HUGO, run: () => buildHugo(markdown) }] : []),
    ...(peers.includes('floor') ? [{ name: FLOOR, run: () => buildFloor(content) }] : []),
    ...(peers.includes('pagefind') ? [{ name: PAGEFIND, run: () => indexWithPagefind(out) }] : []),
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of contenders) {
      console.error(`${size} projects, round ${round + 1} of ${rounds}: ${name}`);
      const cost = await run();
      costs.set(name, [...(costs.get(name) ?? []), cost]);
      if (name === OURS) {
        const { index = 0 } = timings.at(-1) ?? {};
        const pages = { ...cost, cpuSeconds: NaN, wallSeconds: cost.wallSeconds - index / 1000 };
        costs.set(OURS_PAGES, [...(costs.get(OURS_PAGES) ?? []), pages]);
      }
    }
  }
  return { size, costs, timings, ...readPages(out) };
}

/** Peers that were asked for and are installed; one that is not is told. */
function availablePeers(): string[] {
  return values.peers.split(',').filter((peer) => {
    if (peer !== 'hugo') return true;
    try {
      execFileSync('hugo', ['version'], { stdio: 'ignore' });
      return true;
    } catch {
      console.error('Hugo is not installed (apt-get install hugo): measured without it');
      return false;
    }
  });
}

async function buildOurs(content: string, out: string, timings: Timings[]): Promise<Cost> {
  removeCaches(content);
  rmSync(out, { recursive: true, force: true });
  const file = join(work, 'timings.json');
  const cost = await measureProcess(
    [process.execPath, join(root, 'scripts/build.ts'), '--silent', '--timings', file],
    { JIXIAO_CONTENT: content, JIXIAO_OUT: out },
  );
  timings.push(JSON.parse(readFileSync(file, 'utf8')) as Timings);
  return cost;
}

/** Our own of a content folder, and Astro's. */
function removeCaches(content: string): void {
  rmSync(buildCacheFolder(root, content), { recursive: true, force: true });
  rmSync(join(root, 'node_modules/.astro', buildName(content)), { recursive: true, force: true });
}

/** After a build of the same content: one cell of one file is another. */
async function buildChanged(content: string, out: string): Promise<Cost> {
  const base = join(content, 'disclosures');
  const [path = ''] = readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const before = readFileSync(join(base, path), 'utf8');
  writeFileSync(join(base, path), before.replace(/(\t\d+)%/, '$17%'));
  try {
    return await measureProcess([process.execPath, join(root, 'scripts/build.ts'), '--silent'], {
      JIXIAO_CONTENT: content,
      JIXIAO_OUT: out,
    });
  } finally {
    writeFileSync(join(base, path), before);
  }
}

function buildHugo(markdown: string): Promise<Cost> {
  const out = fresh('hugo');
  const source = join(bench, 'peers/hugo');
  const options = ['--quiet', '--source', source, '--contentDir', markdown, '--destination', out];
  return measureProcess(['hugo', ...options, '--noBuildLock'], {
    HUGO_RESOURCEDIR: join(work, 'hugo-resources'),
  });
}

function buildFloor(content: string): Promise<Cost> {
  return measureProcess([process.execPath, join(bench, 'peers/floor.ts'), content, fresh('floor')]);
}

function indexWithPagefind(site: string): Promise<Cost> {
  const cli = join(root, 'node_modules/.bin/pagefind');
  return measureProcess([cli, '--site', site, '--output-path', fresh('pagefind'), '--quiet']);
}

function fresh(name: string): string {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

/** Sizes of the built pages; nothing is estimated. */
function readPages(out: string): Pick<Measured, 'pages' | 'pageBytes' | 'largest' | 'files'> {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('index.html'),
  );
  const projects = paths.filter((path) => /^\d{4}\/[^/]+\/(?!source|page)[^/]+\/index\.html$/.test(path));
  const bytes = projects.map((path) => statSync(join(out, path)).size).sort((a, b) => a - b);
  const sample = projects[Math.floor(projects.length / 2)];
  const largest = paths
    .map((path) => ({ path, bytes: statSync(join(out, path)).size }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 20)
    .map(({ path }) => ({ path, gzipped: gzipSync(readFileSync(join(out, path))).length }))
    .sort((a, b) => b.gzipped - a.gzipped)[0];
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(out, path)).isFile(),
  );
  const bytesOf = (names: readonly string[]) =>
    names.reduce((sum, path) => sum + statSync(join(out, path)).size, 0);
  return {
    files: {
      count: files.length,
      bytes: bytesOf(files),
      indexBytes: bytesOf(files.filter((path) => path.startsWith('pagefind'))),
    },
    pages: paths.length,
    pageBytes: {
      raw: bytes[Math.floor(bytes.length / 2)] ?? 0,
      gzipped: sample ? gzipSync(readFileSync(join(out, sample))).length : 0,
    },
    largest: largest ?? { path: '', gzipped: 0 },
  };
}

function describe(results: readonly Measured[]): string {
  return [
    '# What a build costs',
    'Written by `npm run bench -- --record`.',
    describeMachine(),
    ...results.map(describeSize),
    describeGrowth(results),
    describeProvince(results),
  ].join('\n\n');
}

function describeMachine(): string {
  const [load = 0] = loadavg();
  return [
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}.`,
    `Load of the machine at the end of the run: ${load.toFixed(1)}. Median of ${rounds} rounds (least to most); ratios are of`,
    'wall time within a round, then their median. Memory is that of all processes together.',
  ].join('\n');
}

function describeSize({ size, costs, timings, pages, pageBytes, largest }: Measured): string {
  const rows = [...costs].map(([name, own]) => {
    const wall = own.map(({ wallSeconds }) => wallSeconds);
    const built = name.startsWith('Jixiao') ? pages : size + 1;
    return [
      name,
      range(wall),
      range(own.map(({ cpuSeconds }) => cpuSeconds)),
      String(median(own.map(({ peakMegabytes }) => peakMegabytes))),
      name === PAGEFIND ? '' : (built / median(wall)).toFixed(0),
      ratio(own, costs.get(HUGO)),
      ratio(own, costs.get(FLOOR)),
    ];
  });
  const phases = Object.keys(timings[0] ?? {}).filter((name) => name !== 'peakMegabytes');
  return [
    `## ${size} projects (${pages} pages)`,
    '',
    table(['', 'wall s', 'CPU s', 'peak MB', 'pages/s', 'to Hugo', 'to the floor'], rows),
    '',
    table(
      ['our phases, s', ...phases],
      [['', ...phases.map((name) => (median(timings.map((own) => own[name] ?? 0)) / 1000).toFixed(2))]],
    ),
    '',
    `A project's page: ${kilobytes(pageBytes.raw)} kB, ${kilobytes(pageBytes.gzipped)} kB compressed. The heaviest page:` +
      ` \`/${largest.path}\`, ${kilobytes(largest.gzipped)} kB compressed.`,
  ].join('\n');
}

/** Between two sizes: the power of the number of projects with which a figure grows; 1 is in proportion. */
function describeGrowth(results: readonly Measured[]): string {
  const rows = results.slice(1).map((result, index) => {
    const before = results[index];
    if (!before) return [];
    const [own = [], less = []] = [result, before].map(({ costs }) => costs.get(OURS) ?? []);
    const power = (of: (cost: Cost) => number) =>
      (Math.log(median(own.map(of)) / median(less.map(of))) / Math.log(result.size / before.size)).toFixed(2);
    return [
      `${before.size} to ${result.size}`,
      power(({ wallSeconds }) => wallSeconds),
      power(({ cpuSeconds }) => cpuSeconds),
      power(({ peakMegabytes }) => peakMegabytes),
    ];
  });
  return `## Growth\n\n${table(['projects', 'wall', 'CPU', 'memory'], rows)}`;
}

/** What the largest size that was measured comes to for a province, in proportion; nothing here is measured at that size. */
function describeProvince(results: readonly Measured[]): string {
  const largest = results.at(-1);
  if (!largest) return '';
  const { size, costs, files } = largest;
  const cpu = median((costs.get(OURS) ?? []).map(({ cpuSeconds }) => cpuSeconds)) / size;
  const rows = [100_000, 1_000_000].map((projects) => [
    String(projects),
    ((cpu * projects) / 60).toFixed(0),
    (((files.bytes / size) * projects) / 1e9).toFixed(1),
    ((files.count / size) * projects).toFixed(0),
    (((files.indexBytes / size) * projects) / 1e6).toFixed(0),
  ]);
  return `## A province, worked out from ${size} projects\n\n${table(
    ['projects', 'CPU minutes', 'GB of files', 'files', 'MB of search index'],
    rows,
  )}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function ratio(own: readonly Cost[], peer: readonly Cost[] | undefined): string {
  if (!peer) return '';
  const ratios = own.map(({ wallSeconds }, round) => wallSeconds / (peer[round]?.wallSeconds ?? NaN));
  return `${median(ratios).toPrecision(2)}x`;
}

function range(figures: readonly number[]): string {
  const least = Math.min(...figures);
  const most = Math.max(...figures);
  if (Number.isNaN(least)) return '';
  return `${median(figures).toFixed(1)} (${least.toFixed(1)}-${most.toFixed(1)})`;
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
