/**
 * `npm run verify [-- --rest]`: runs the checks behind the guarantees in the README and prints a table: check, cases, failures,
 * seconds. Exits with 1 if a check fails.
 *
 * `--rest` leaves out the checks that `npm test` runs too, and generates smaller sites.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readIfThere } from '../src/cache/digest-store.ts';
import { contentFolder } from '../src/content/content-folder.ts';
import { verifyConservation } from '../src/verify/verify-conservation.ts';
import { verifyOriginals } from '../src/verify/verify-originals.ts';

/** The last line that our own scripts print with `--json`. */
const ResultSchema = z.object({ cases: z.number(), failures: z.number() });
type Result = z.infer<typeof ResultSchema>;
type Check = [name: string, run: () => Promise<Result>];

/** What is read of Vitest's JSON report. */
const ReportSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  success: z.boolean(),
});

/** What is read of the coverage summary. */
const CoverageSchema = z.object({
  total: z.object({ branches: z.object({ total: z.number(), covered: z.number() }) }),
});

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'jixiao-verify-'));
const { values } = parseArgs({ options: { rest: { type: 'boolean', default: false } } });
const projects = values.rest ? '120' : '1000';
/** Output of the check that is running. */
let printed = '';

/** `npm test` runs these too. */
const tested: readonly Check[] = [
  ['Verifier: texts changed by hand are found', runTests('site', 'verify-conservation')],
  ['Verifier: tables of every form, changed by hand', runTests('cli', 'other-forms')],
  ['Hostile content is inert', runTests('browser', 'hostile')],
  ['Content security policy, console, other hosts', runTests('browser', 'security')],
  ['Links, anchors, downloads and their hashes', runTests('site', 'site/links')],
  ['nginx: headers, types, ranges, compression, 404', runTests('site', 'site/nginx')],
  ['Actions by commit, least permissions', runTests('unit', 'workflow')],
];
const rest: readonly Check[] = [
  ['Cells of the sources, each in every output', verifyCells],
  ['Verifier: faults in the code stop the build', runTests('slow', 'faults')],
  ['Generated disclosures, read as written', runScript('scripts/fuzz.ts', '--cases', '10000', '--seed', '1')],
  ['Corrupted sources are reported', runTests('slow', 'corruptions')],
  [
    'Parse time of adversarial texts is linear',
    runScript('scripts/bench/adversarial.ts', '--most', '100000'),
  ],
  ['Requests under load', runScript('scripts/load.ts', '--seconds', '5')],
  ['Killed, failed and parallel builds', runTests('slow', 'publishing')],
  ['Warm build equals forced build', runTests('slow', 'warm-build')],
  [`Shards of ${projects} projects, merged, equal one build`, runTests('slow', 'shards')],
  ['Branches that unit tests run', measureCoverage],
  ['Packages: licences, hashes, install scripts', runScript('scripts/supply-chain.ts')],
];

const table: Record<string, Result & { seconds: number }> = {};
for (const [name, run] of values.rest ? rest : [...tested, ...rest]) {
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
  const isBuilt = await runNode(['scripts/build.ts', '--silent', '--recheck'], { JIXIAO_OUT: dist });
  if (!isBuilt) return toResult(0, 0, isBuilt);
  const content = contentFolder(root);
  const { cells, losses } = await verifyOriginals(content, dist, verifyConservation(content, dist));
  return toResult(cells, losses.length, isBuilt);
}

function runScript(...args: string[]): Check[1] {
  return async () => {
    const isOk = await runNode([...args, '--json']);
    const lastLine = printed.trimEnd().split('\n').at(-1) ?? '';
    const { cases, failures } = parse(ResultSchema, lastLine) ?? { cases: 0, failures: 0 };
    return toResult(cases, failures, isOk);
  };
}

/** Runs the test files whose path contains `file`. Skipped tests are failures, and so is a run without tests. */
function runTests(project: string, file: string): Check[1] {
  return async () => {
    const path = join(folder, 'report.json');
    rmSync(path, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
    await runVitest('tests/vitest.config.ts', '--project', project, ...reporters, file);
    const report = parse(ReportSchema, readIfThere(path));
    const { numTotalTests: cases = 0, numPassedTests: passed = 0, success = false } = report ?? {};
    return toResult(cases, cases - passed, success);
  };
}

async function measureCoverage(): Promise<Result> {
  const options = ['--coverage', `--coverage.reportsDirectory=${folder}`];
  const isOk = await runVitest('tests/coverage.config.ts', ...options);
  const summary = parse(CoverageSchema, readIfThere(join(folder, 'coverage-summary.json')));
  const { total = 0, covered = 0 } = summary?.total.branches ?? {};
  return toResult(total, total - covered, isOk);
}

/** A run without cases is a failure, and so is one that ends badly. */
function toResult(cases: number, failures: number, isOk: boolean): Result {
  return { cases, failures: failures || Number(!isOk || cases === 0) };
}

function runVitest(config: string, ...args: readonly string[]): Promise<boolean> {
  return runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...args]);
}

/** Runs Node, collects its output, and returns whether it succeeded. */
async function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, JIXIAO_TEST_PROJECTS: projects, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  await once(child, 'close');
  return child.exitCode === 0;
}

/** Null if it is no JSON of this schema. */
function parse<Value>(schema: z.ZodType<Value>, json: string | Buffer | null): Value | null {
  try {
    return schema.parse(JSON.parse(String(json)));
  } catch {
    return null;
  }
}
