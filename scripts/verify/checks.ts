import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../../src/cache/digest-store.ts';
import { contentFolder } from '../../src/content/content-folder.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { verifyOriginals } from '../../src/verify/verify-originals.ts';
import type { Bench } from './open-bench.ts';

/** What a check says of its cases. */
export interface Result {
  cases: number;
  failures: number;
}

/** A check, run on a bench of its own. */
export type Check = (bench: Bench) => Promise<Result>;

/** The last line that our own scripts print with `--json`. */
const ResultSchema = z.object({ cases: z.number(), failures: z.number() });

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

/** Builds the site of the content folder, and looks up each cell of the sources in it. */
export const verifyCells: Check = async ({ root, folder, runNode }) => {
  const dist = join(folder, 'dist');
  const isBuilt = await runNode(['scripts/build.ts', '--silent', '--recheck'], { JIXIAO_OUT: dist });
  if (!isBuilt) return toResult(0, 0, isBuilt);
  const content = contentFolder(root);
  const { cells, losses } = await verifyOriginals(content, dist, verifyConservation(content, dist));
  return toResult(cells, losses.length, isBuilt);
};

/** Runs one of our own scripts, which counts its cases. */
export function runScript(...args: readonly string[]): Check {
  return async ({ runNode, printed }) => {
    const isOk = await runNode([...args, '--json']);
    const lastLine = printed().trimEnd().split('\n').at(-1) ?? '';
    const { cases, failures } = parse(ResultSchema, lastLine) ?? { cases: 0, failures: 0 };
    return toResult(cases, failures, isOk);
  };
}

/** Runs the test files whose path contains `file`. Skipped tests are failures, and so is a run without tests. */
export function runTests(project: string, file: string): Check {
  return async (bench) => {
    const path = join(bench.folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
    await runVitest(bench, 'tests/vitest.config.ts', '--project', project, ...reporters, file);
    const report = parse(ReportSchema, readIfThere(path));
    const { numTotalTests: cases = 0, numPassedTests: passed = 0, success = false } = report ?? {};
    return toResult(cases, cases - passed, success);
  };
}

/** Counts the branches that unit tests run. */
export const measureCoverage: Check = async (bench) => {
  const options = ['--coverage', `--coverage.reportsDirectory=${bench.folder}`];
  const isOk = await runVitest(bench, 'tests/coverage.config.ts', ...options);
  const summary = parse(CoverageSchema, readIfThere(join(bench.folder, 'coverage-summary.json')));
  const { total = 0, covered = 0 } = summary?.total.branches ?? {};
  return toResult(total, total - covered, isOk);
};

/** A run without cases is a failure, and so is one that ends badly. */
function toResult(cases: number, failures: number, isOk: boolean): Result {
  return { cases, failures: failures || Number(!isOk || cases === 0) };
}

function runVitest({ runNode }: Bench, config: string, ...args: readonly string[]): Promise<boolean> {
  return runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...args]);
}

/** Null if it is no JSON of this schema. */
function parse<Value>(schema: z.ZodType<Value>, json: string | Buffer | null): Value | null {
  try {
    return schema.parse(JSON.parse(String(json)));
  } catch {
    return null;
  }
}
