/**
 * `npm run verify [-- --rest]`: runs the checks behind the guarantees in the README and prints a table: check, cases, failures,
 * seconds. Exits with 1 if a check fails.
 *
 * `--rest` leaves out the checks that `npm test` runs too, and generates smaller sites.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { contentFolder } from '../src/content/content-folder.ts';
import { verifyConservation } from '../src/verify/verify-conservation.ts';

interface Check {
  name: string;
  /** `npm test` runs it too. */
  isTested?: boolean;
  run: () => Promise<Result>;
}

/** The last line that our own scripts print with `--json`. */
const ResultSchema = z.object({ cases: z.number(), failures: z.number() });
type Result = z.infer<typeof ResultSchema>;

/** What is read of Vitest's JSON report. */
const ReportSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  success: z.boolean(),
});

/** What is read of the coverage summary, by file; and `total`. */
const CoverageSchema = z.record(
  z.string(),
  z.object({ branches: z.object({ total: z.number(), covered: z.number() }) }),
);

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jixiao-verify-'));
const { values } = parseArgs({ options: { rest: { type: 'boolean', default: false } } });
const shardedProjects = values.rest ? '120' : '1000';
/** Output of the check that is running. */
let printed = '';

const checks: readonly Check[] = [
  { name: 'Cells of the sources, each in every output', run: verifyCells },
  {
    name: 'Verifier: texts changed by hand are found',
    isTested: true,
    run: () => runTests('site', 'verify-conservation'),
  },
  {
    name: 'Verifier: tables of every form, changed by hand',
    isTested: true,
    run: () => runTests('cli', 'other-forms'),
  },
  { name: 'Verifier: faults in the code stop the build', run: () => runTests('slow', 'faults') },
  {
    name: 'Generated disclosures, read as written',
    run: () => runScript('scripts/fuzz.ts', '--cases', '10000', '--seed', '1'),
  },
  { name: 'Corrupted sources are reported', run: () => runTests('slow', 'corruptions') },
  {
    name: 'Parse time of adversarial texts is linear',
    run: () => runScript('scripts/bench/adversarial.ts', '--most', '100000'),
  },
  { name: 'Hostile content is inert', isTested: true, run: () => runTests('browser', 'hostile') },
  {
    name: 'Content security policy, console, other hosts',
    isTested: true,
    run: () => runTests('browser', 'security'),
  },
  {
    name: 'Links, anchors, downloads and their hashes',
    isTested: true,
    run: () => runTests('site', 'site/links'),
  },
  {
    name: 'nginx: headers, types, ranges, compression, 404',
    isTested: true,
    run: () => runTests('site', 'site/nginx'),
  },
  { name: 'Requests under load', run: () => runScript('scripts/load.ts', '--seconds', '5') },
  { name: 'Killed, failed and parallel builds', run: () => runTests('slow', 'publishing') },
  { name: 'Warm build equals forced build', run: () => runTests('slow', 'warm-build') },
  {
    name: `Shards of ${shardedProjects} projects, merged, equal one build`,
    run: () => runTests('slow', 'shards', { JIXIAO_TEST_PROJECTS: shardedProjects }),
  },
  { name: 'Branches that unit tests run', run: measureCoverage },
  { name: 'Packages: licences, hashes, install scripts', run: () => runScript('scripts/supply-chain.ts') },
  {
    name: 'Actions by commit, least permissions',
    isTested: true,
    run: () => runTests('unit', 'workflow'),
  },
];

const table: Record<string, Result & { seconds: number }> = {};
for (const { name, isTested = false, run } of checks) {
  if (values.rest && isTested) continue;
  const start = performance.now();
  printed = '';
  const result = await run();
  table[name] = { ...result, seconds: Math.round((performance.now() - start) / 1000) };
  console.log(`${result.failures === 0 ? 'ok' : 'FAILED'} ${name}`);
  if (result.failures > 0) console.error(printed);
}
rmSync(folder, { recursive: true, force: true });
console.table(table);
if (Object.values(table).some(({ failures }) => failures > 0)) process.exitCode = 1;

async function verifyCells(): Promise<Result> {
  const dist = join(folder, 'dist');
  const status = await runNode(['scripts/build.ts', '--silent', '--recheck'], { JIXIAO_OUT: dist });
  if (status !== 0) return { cases: 0, failures: 1 };
  const { cells, losses } = verifyConservation(contentFolder(root), dist);
  return { cases: cells, failures: losses.length };
}

async function runScript(...args: string[]): Promise<Result> {
  const status = await runNode([...args, '--json']);
  const lastLine = printed.trimEnd().split('\n').at(-1) ?? '';
  const { data } = ResultSchema.safeParse(parseJson(lastLine));
  if (!data || data.cases === 0) return { cases: 0, failures: 1 };
  return { ...data, failures: data.failures || (status === 0 ? 0 : 1) };
}

/** Runs the test files whose path contains `file`. Skipped tests are failures, and so is a run without tests. */
async function runTests(project: string, file: string, env: Record<string, string> = {}): Promise<Result> {
  const path = join(folder, 'report.json');
  rmSync(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  await runVitest(['--config', 'tests/vitest.config.ts', '--project', project, ...reporters, file], env);
  const { data } = ReportSchema.safeParse(readJson(path));
  if (!data || data.numTotalTests === 0) return { cases: 0, failures: 1 };
  const failures = data.numTotalTests - data.numPassedTests;
  return { cases: data.numTotalTests, failures: failures || (data.success ? 0 : 1) };
}

async function measureCoverage(): Promise<Result> {
  const status = await runVitest([
    '--config',
    'tests/coverage.config.ts',
    '--coverage',
    `--coverage.reportsDirectory=${folder}`,
  ]);
  const { data } = CoverageSchema.safeParse(readJson(join(folder, 'coverage-summary.json')));
  const branches = data?.['total']?.branches;
  if (!branches || branches.total === 0) return { cases: 0, failures: 1 };
  return { cases: branches.total, failures: branches.total - branches.covered || (status === 0 ? 0 : 1) };
}

function runVitest(args: readonly string[], env: Record<string, string> = {}): Promise<number | null> {
  return runNode(['node_modules/vitest/vitest.mjs', 'run', ...args], env);
}

/** Runs Node and collects its output. */
function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (printed += String(chunk)));
    child.on('close', resolve);
  });
}

/** Undefined if the file is missing or not JSON. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
