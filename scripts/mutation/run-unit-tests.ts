/**
 * A process of its own, started in a copy of the project by `unit-judge.ts`: runs unit tests again and again. Each run has a new
 * worker, which loads every module anew, so that a change of what a module does while it is loaded counts like any other.
 */
import { relative } from 'node:path';
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node';

/** Which test files to run, by path from the project's folder. */
export interface Request {
  tests: readonly string[];
  /** Paths of files that were changed since the last run. */
  changed: readonly string[];
  /** Milliseconds of processor time after which they hang: the process ends. A busy machine makes no difference. */
  most: number;
}

export interface Answer {
  /** Test files that fail. After the first one, others may have been left out. */
  failed: string[];
  /** Milliseconds of each test file that ran. */
  durations: Record<string, number>;
}

class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const root = process.cwd();
const vitest = await createVitest({
  config: 'tests/vitest.config.ts',
  project: ['unit'],
  watch: false,
  bail: 1,
  // On a busy machine a test takes long. What waits for ever fails even so.
  ...{ testTimeout: 180_000, hookTimeout: 180_000 },
  maxWorkers: 1,
  reporters: [{}],
  sequence: { sequencer: AsGiven },
});
const specifications = new Map(
  (await vitest.globTestSpecifications()).map((each) => [relative(root, each.moduleId), each]),
);

process.on('message', (request: Request) => {
  void run(request).then((answer) => process.send?.(answer));
});
process.send?.('ready');

async function run({ tests, changed, most }: Request): Promise<Answer> {
  for (const path of changed) vitest.invalidateFile(path);
  // It would list the files of earlier runs, too.
  vitest.state.filesMap.clear();
  const wanted = tests.flatMap((test) => specifications.get(test) ?? []);
  const begun = process.cpuUsage();
  const watch = setInterval(() => {
    if (process.cpuUsage(begun).user / 1000 > most) process.exit(1);
  }, 500);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted);
  clearInterval(watch);
  const ran = testModules.map((module) => [relative(root, module.moduleId), module] as const);
  const failed = ran.filter(([, module]) => !module.ok()).map(([path]) => path);
  if (failed.length === 0 && unhandledErrors.length > 0) failed.push('an error outside of the tests');
  return {
    failed,
    durations: Object.fromEntries(
      ran.map(([path, module]) => {
        const { collectDuration, duration } = module.diagnostic();
        return [path, collectDuration + duration];
      }),
    ),
  };
}
