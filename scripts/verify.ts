/**
 * `npm run verify [-- --rest]`: runs the checks behind what the README promises, and prints one table: check, cases, failures.
 *
 * With `--rest` only those that `npm test` does not run.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What a check came to. */
interface Result {
  cases: number;
  failures: number;
}
interface Check {
  name: string;
  /** Part of `npm test` too. */
  isTested?: boolean;
  run: () => Promise<Result>;
}
/** The part of Vitest's JSON report that is read. */
interface Report {
  numTotalTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTotalTestSuites: number;
  success: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jixiao-verify-'));
const { values } = parseArgs({ options: { rest: { type: 'boolean', default: false } } });
let printed = '';

const checks: readonly Check[] = [
  {
    name: 'Cells of the sources, each in every output',
    run: () =>
      runScript(['scripts/build.ts', '--recheck'], /(\d+) 个单元格.*缺失或改动 (\d+) 处/, {
        JIXIAO_OUT: join(folder, 'dist'),
      }),
  },
  {
    name: 'Verifier: texts changed by hand are found',
    isTested: true,
    run: () => runTests('site', 'verify-conservation'),
  },
  {
    name: 'Verifier: tables of every form, changed by hand',
    isTested: true,
    run: () => runTests('cli', 'tests/cli/other-forms'),
  },
  { name: 'Verifier: faults in the code stop the build', run: () => runTests('slow', 'faults') },
  {
    name: 'Generated disclosures, read as written',
    isTested: true,
    run: () =>
      runScript(['scripts/fuzz.ts', '--cases', '10000', '--seed', '1'], /(\d+) cases: (\d+) failures/),
  },
  {
    name: 'Texts made to be slow take no longer than their length',
    run: () => runScript(['scripts/bench/adversarial.ts', '--most', '100000'], /(\d+) texts, (\d+) of them/),
  },
  { name: 'Hostile content is inert', isTested: true, run: () => runTests('browser', 'browser/hostile') },
  {
    name: 'Content security policy, console, other hosts',
    isTested: true,
    run: () => runTests('browser', 'browser/security'),
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
  {
    name: 'Requests under load',
    run: () => runScript(['scripts/load.ts', '--seconds', '5'], /: (\d+) requests,.* (\d+) errors/),
  },
  { name: 'Killed, failed and parallel builds', run: () => runTests('slow', 'publishing') },
  { name: 'Warm build equals forced build', run: () => runTests('slow', 'warm-build') },
  {
    name: 'Shards of 1,000 projects, merged, are the site of one build',
    isTested: true,
    run: () => runTests('cli', 'tests/cli/shards', { JIXIAO_TEST_PROJECTS: '1000' }),
  },
  { name: 'Branches of syntax, table and record that no test runs', run: runCoverage },
  {
    name: 'Packages: licences, hashes, install scripts',
    run: () => runScript(['scripts/supply-chain.ts'], /(\d+) packages,.* (\d+) problems/),
  },
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

/** Runs a command of this repository; the pattern finds cases and failures in what it prints. */
async function runScript(
  args: readonly string[],
  pattern: RegExp,
  env: Record<string, string> = {},
): Promise<Result> {
  const status = await runNode(args, env);
  const [, cases, failures] = pattern.exec(printed) ?? [];
  if (cases === undefined || failures === undefined) return { cases: 0, failures: 1 };
  return { cases: Number(cases), failures: Number(failures) || (status === 0 ? 0 : 1) };
}

/** Runs test files. A test that is skipped, or a file that holds none, has failed. */
async function runTests(project: string, file: string, env: Record<string, string> = {}): Promise<Result> {
  const outputFile = join(folder, 'report.json');
  rmSync(outputFile, { force: true });
  const args = [
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter',
    'json',
    '--reporter',
    'default',
  ];
  const command = ['node_modules/vitest/vitest.mjs', 'run', ...args, '--outputFile.json', outputFile, file];
  await runNode(command, env);
  const report = readReport(outputFile);
  if (!report || report.numTotalTests === 0) return { cases: 0, failures: 1 };
  const failures = report.numFailedTests + report.numPendingTests;
  return { cases: report.numTotalTests, failures: failures || (report.success ? 0 : 1) };
}

function readReport(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return null;
  }
}

async function runCoverage(): Promise<Result> {
  await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/coverage.config.ts',
    '--coverage',
    '--coverage.reportsDirectory',
    folder,
  ]);
  const summary = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8')) as Record<
    string,
    { branches: { total: number; covered: number } }
  >;
  const ours = Object.entries(summary).filter(([path]) => /\/src\/(?:syntax|table|record)\//.test(path));
  const total = ours.reduce((sum, [, { branches }]) => sum + branches.total, 0);
  const covered = ours.reduce((sum, [, { branches }]) => sum + branches.covered, 0);
  return { cases: total, failures: total === 0 ? 1 : total - covered };
}

/** Runs Node and gathers what it prints. */
function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (printed += String(chunk)));
    child.on('close', resolve);
  });
}
