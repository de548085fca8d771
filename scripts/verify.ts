/**
 * `npm run verify [-- --rest]`: runs the checks behind the guarantees in CONTRIBUTING.md and prints a table: check, cases, failures,
 * seconds. Exits with 1 if a check fails.
 *
 * `--rest` leaves out the checks that `npm test` runs too and the longest one, generates smaller sites and kills fewer builds.
 */
import { join } from 'node:path';
import {
  measureCoverage,
  runScript,
  runTests,
  verifyCells,
  type Check,
  type Result,
} from './verify/checks.ts';
import { openBench } from './verify/open-bench.ts';
import { parseOptions } from './parse-options.ts';

type NamedCheck = readonly [name: string, check: Check];
type NamedOutcome = readonly [name: string, outcome: Result & { seconds: number }];

/** Most checks wait for builds, which leave a processor idle half of the time. */
const AT_ONCE = 2;

const root = join(import.meta.dirname, '..');
const { values } = parseOptions({ options: { rest: { type: 'boolean', default: false } } });
/** How much is tried: `npm run verify` tries all of it, `--rest` a part, in the time that a change may wait. */
const { projects, kills, writeStep, cases, files } = values.rest
  ? { projects: '120', kills: '8', writeStep: '4', cases: '3000', files: '42' }
  : { projects: '1000', kills: '40', writeStep: '1', cases: '10000', files: '400' };
/** Property tests try the cases of `npm test` with `--rest`, and other ones without. */
const seed = values.rest ? '1' : String(Date.now() % 2 ** 31);

/** `npm test` runs these too. */
const tested: readonly NamedCheck[] = [
  ['Verifier: texts changed by hand are found', runTests('site', 'verify-conservation')],
  ['Verifier: tables of every form, changed by hand', runTests('cli', 'other-forms')],
  ['Hostile content is inert', runTests('browser', 'hostile')],
  ['Content security policy, console, other hosts', runTests('browser', 'security')],
  ['Links, anchors, downloads and their hashes', runTests('site', 'site/links')],
  ['nginx: headers, types, ranges, compression, 404', runTests('site', 'site/nginx')],
  ['Actions by commit, least permissions', runTests('unit', 'workflow')],
  [`Properties of the units, seed ${seed}`, runTests('unit', 'unit')],
];
/** It takes minutes, and packages from Debian's mirror. */
const long: readonly NamedCheck[] = [
  ['A portable folder in a bare Debian, and for Windows', runTests('slow', 'portable')],
];
/** The longest first: a long one at the end would run alone. */
const rest: readonly NamedCheck[] = [
  ['Warm build equals forced build', runTests('slow', 'warm-build')],
  ['Killed, failed and parallel builds', runTests('slow', 'publishing')],
  [`Shards of ${projects} projects, merged, equal one build`, runTests('slow', 'shards')],
  ['Verifier: faults in the code stop the build', runTests('slow', 'faults')],
  ['Writes into the content, killed or on a full disk', runTests('slow', 'killed-writes')],
  ['Branches that unit tests run', measureCoverage],
  ['Generated disclosures, read as written', runScript('scripts/fuzz.ts', '--cases', cases, '--seed', '1')],
  ['Generated disclosures, published as written', runTests('slow', 'arbitrary-content')],
  ["Offices' files with accidents: imported, checked, published", runTests('slow', 'imported-layouts')],
  ['Corrupted sources are reported', runTests('slow', 'corruptions')],
  ['Cells of the sources, each in every output', verifyCells],
  ['Packages: licences, hashes, install scripts', runScript('scripts/supply-chain.ts')],
];
/** What these measure would differ with another check at the same time. */
const measuring: readonly NamedCheck[] = [
  [
    'Parse time of adversarial texts is linear',
    runScript('scripts/bench/adversarial.ts', '--most', '100000'),
  ],
  ['Requests under load', runScript('scripts/load.ts', '--seconds', '5')],
];

const shared = values.rest ? rest : [...tested, ...long, ...rest];
const results = [...(await runAll(shared, AT_ONCE)), ...(await runAll(measuring, 1))];
console.table(Object.fromEntries(results));
if (results.some(([, { failures }]) => failures > 0)) process.exitCode = 1;

/** Runs checks, so many at once, and returns their results in the order of the checks. */
async function runAll(checks: readonly NamedCheck[], atOnce: number): Promise<NamedOutcome[]> {
  const outcomes: NamedOutcome[] = [];
  const queue = checks.entries();
  const runQueue = async () => {
    for (const [index, check] of queue) outcomes[index] = await run(check);
  };
  await Promise.all(Array.from({ length: atOnce }, runQueue));
  return outcomes;
}

/** Runs a check, and prints its output where it fails. */
async function run([name, check]: NamedCheck): Promise<NamedOutcome> {
  const start = performance.now();
  const bench = openBench(root, {
    JIXIAO_TEST_PROJECTS: projects,
    JIXIAO_TEST_KILLS: kills,
    JIXIAO_TEST_WRITE_STEP: writeStep,
    JIXIAO_TEST_FILES: files,
    JIXIAO_SEED: seed,
  });
  const result = await check(bench);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${result.failures === 0 ? 'ok' : 'FAILED'} ${name}`);
  if (result.failures > 0) console.error(bench.printed());
  bench.close();
  return [name, { ...result, seconds }];
}
