/** Unit tests of a copy of the project, in a process that is started again when a change makes it hang or end. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Change } from './apply-change.ts';
import type { ProjectCopy } from './project-copy.ts';
import type { Answer, Request } from './run-unit-tests.ts';

/** A run hangs when it takes this many times as long as without a change, and these milliseconds, of processor time. */
const PATIENCE = { times: 10, milliseconds: 20_000 };
/** Milliseconds of a test file that has not been timed. */
const SLOWEST = 30_000;

export interface UnitJudge {
  /** Whether a test fails, or the tests hang, where a file is changed. Throws where a test fails without the change. */
  notices: (change: Change, tests: readonly string[]) => Promise<boolean>;
  close: () => void;
}

/** @param durations Milliseconds of each test file without a change. Judges share them. */
export function openUnitJudge(copy: ProjectCopy, durations: Answer['durations']): UnitJudge {
  let started: Promise<ChildProcess> | null = null;
  /** Files as the process has last read them may have other text by now. */
  const changed = new Set<string>();

  /** Null where the process ends or hangs. */
  async function ask(tests: readonly string[]): Promise<Answer | null> {
    const child = await (started ??= start(copy.folder));
    const usual = tests.reduce((sum, test) => sum + (durations[test] ?? SLOWEST), 0);
    const most = PATIENCE.milliseconds + PATIENCE.times * usual;
    const answer = await answerOf(child, { tests, changed: [...changed], most });
    if (answer === null) started = null;
    return answer;
  }

  /** Runs the tests that have not been run without a change. */
  async function time(tests: readonly string[]): Promise<void> {
    const untimed = tests.filter((test) => durations[test] === undefined);
    if (untimed.length === 0) return;
    const answer = await ask(untimed);
    const failed = answer?.failed ?? untimed;
    if (answer === null || failed.length > 0) throw new Error(`fails without a change: ${failed.join(', ')}`);
    Object.assign(durations, answer.durations);
  }

  return {
    async notices(change, tests) {
      // Most changes are noticed by the first test file, so that it is asked alone.
      for (const some of [tests.slice(0, 1), tests.slice(1)]) {
        if (some.length === 0) break;
        await time(some);
        const isNoticed = await copy.withChange(change, async (path) => {
          changed.add(path);
          const answer = await ask(some);
          return answer === null || answer.failed.length > 0;
        });
        if (isNoticed) return true;
      }
      return false;
    },
    close() {
      void started?.then((child) => child.kill('SIGKILL'));
    },
  };
}

async function start(folder: string): Promise<ChildProcess> {
  const child = fork('scripts/mutation/run-unit-tests.ts', { cwd: folder, stdio: 'ignore' });
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
  if (message !== 'ready') throw new Error('vitest does not start');
  return child;
}

/** Null where the process ends. */
async function answerOf(child: ChildProcess, request: Request): Promise<Answer | null> {
  const stop = new AbortController();
  const { signal } = stop;
  child.send(request);
  const answer = once(child, 'message', { signal }).then(([message]) => message as Answer);
  const end = once(child, 'exit', { signal }).then(() => null);
  try {
    return await Promise.race([answer, end]);
  } finally {
    stop.abort();
  }
}
