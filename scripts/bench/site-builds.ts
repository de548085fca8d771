/**
 * `npm run bench [-- --projects 7,1000,10000 --peers hugo,eleventy,starlight,floor,pagefind --rounds 3] [--dev] [--quick] [--record]`
 *
 * In: numbers of projects.
 * Out: the cost of building their site compared with other generators on the same content, and what a reader loads. All figures
 * are measured in this run. `--record` writes the tables to `results.md`. `--dev` also measures edits under `npm run dev`.
 *
 * Above 1,000 projects Starlight takes many minutes, above 10,000 most contenders do; Pagefind's CLI then needs much memory.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { openBrowser } from '../browser/open-browser.ts';
import { serveWithNginx, WEB_HOST } from '../browser/serve-with-nginx.ts';
import { generateCorpus } from './generate-corpus.ts';
import type { Cost } from './measure-process.ts';
import { writeMarkdown } from './peers/write-markdown.ts';
import { firstQuery, type Loading } from './search/measure-loading.ts';
import {
  findContenders,
  removeCaches,
  type ContenderName,
  type Workspace,
} from './site-builds/contenders.ts';
import { describeResults } from './site-builds/describe-results.ts';
import { measureEdit } from './site-builds/measure-edit.ts';
import type { Measured } from './site-builds/measured.ts';
import { readOutput } from './site-builds/read-output.ts';
import { parseOptions } from '../parse-options.ts';

const flag = { type: 'boolean', default: false } as const;
const { values } = parseOptions({
  options: {
    projects: { type: 'string' },
    peers: { type: 'string', default: 'hugo,floor,pagefind' },
    rounds: { type: 'string' },
    dev: flag,
    quick: flag,
    record: flag,
  },
});
const sizes = readNumbers('projects', values.projects ?? (values.quick ? '7,50' : '7,100,1000'));
const [rounds = 1] = readNumbers('rounds', values.rounds ?? (values.quick ? '1' : '3'));
const isInMemory = existsSync('/dev/shm');
const base = mkdtempSync(join(isInMemory ? '/dev/shm' : tmpdir(), 'jixiao-bench-'));
const workspaces = sizes.map((size): Workspace => {
  const folder = join(base, String(size));
  const below = (name: string) => join(folder, name);
  return {
    ...{ size, folder, timings: [] },
    ...{ content: below('content'), markdown: below('markdown'), out: below('site'), runs: below('runs') },
  };
});

process.once('exit', () => {
  rmSync(base, { recursive: true, force: true });
  for (const { content } of workspaces) removeCaches(content);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const contenders = findContenders(values.peers.split(',').filter(Boolean), base);
const results: Measured[] = [];
for (const workspace of workspaces) {
  results.push(await measureSize(workspace));
  // After each size, because the next may take an hour.
  if (values.record) writeFileSync(new URL('results.md', import.meta.url), await describe());
}
console.log(await describe());

/** Formatted for `npm run lint`. */
function describe(): Promise<string> {
  const where = isInMemory ? 'memory (tmpfs)' : 'the folder for temporary files';
  return format(describeResults(results, rounds, where), { parser: 'markdown' });
}

async function measureSize(workspace: Workspace): Promise<Measured> {
  const { size, folder, content, markdown, out, timings } = workspace;
  mkdirSync(folder);
  generateCorpus({ projects: size, seed: 1, out: content });
  await writeMarkdown(content, markdown);
  try {
    const costs = await runRounds(workspace);
    report(size, 'a first query in Chromium');
    const firstQueries = await measureReader(out);
    if (values.dev) report(size, 'an edit under astro dev');
    const edit = values.dev ? await measureEdit(content) : null;
    return { size, costs, timings, output: readOutput(out), firstQueries, edit };
  } finally {
    // The next size needs the memory.
    rmSync(folder, { recursive: true, force: true });
    removeCaches(content);
  }
}

/** The contenders take turns, so that all of them meet the same load. */
async function runRounds(workspace: Workspace): Promise<Map<ContenderName, Cost[]>> {
  const costs = new Map<ContenderName, Cost[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, run } of contenders) {
      report(workspace.size, `round ${round} of ${rounds}: ${name}`);
      costs.set(name, [...(costs.get(name) ?? []), await run(workspace)]);
      rmSync(workspace.runs, { recursive: true, force: true });
    }
  }
  return costs;
}

/** First queries of new readers. */
async function measureReader(site: string): Promise<Loading[]> {
  const browser = await openBrowser();
  const server = await serveWithNginx(site, { server: WEB_HOST });
  try {
    const queries: Loading[] = [];
    for (let round = 0; round < rounds; round += 1) queries.push(await firstQuery(browser, server.address));
    return queries;
  } finally {
    await browser.close();
    await server.close();
  }
}

function report(size: number, step: string): void {
  console.error(`${size} projects, ${step}`);
}

/** Parses `7,1000`. Throws unless all are integers above 0. */
function readNumbers(option: string, text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Error(`--${option} ${text}: expected integers separated by commas, for example 7,1000`);
  return numbers;
}
