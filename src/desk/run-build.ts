import { fork } from 'node:child_process';
import type { BuildOptions } from '../build/build-options.ts';
import { removeLeftovers } from '../build/publish/swap-in.ts';
import type { BuildAnswer } from './build-process.ts';

/** How far a build is. */
export interface BuildProgress {
  /** As `buildSite` names it; empty before the first. */
  phase: string;
  /** 0: it can't be counted. */
  total: number;
  done: number;
}

type BuildResult = { kind: 'built' } | { kind: 'stopped' } | { kind: 'failed'; message: string };

export interface RunningBuild {
  result: Promise<BuildResult>;
  /** Ends the build. The published site stays. */
  stop: () => void;
}

/** Builds the site in another process. */
export function runBuild(options: BuildOptions, onProgress: (progress: BuildProgress) => void): RunningBuild {
  const child = fork(new URL('build-process.ts', import.meta.url), [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let isStopped = false;
  let [progress, printed]: [BuildProgress, string] = [{ phase: '', total: 0, done: 0 }, ''];
  child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  const result = new Promise<BuildResult>((resolve) => {
    let last: BuildResult | null = null;
    child.on('message', (answer: BuildAnswer) => {
      if (answer.kind === 'phase') progress = { phase: answer.label, total: answer.total, done: 0 };
      else if (answer.kind === 'steps') progress = { ...progress, done: answer.done };
      else last = answer;
      onProgress(progress);
    });
    child.once('exit', () => {
      // A process that was ended leaves its unfinished site next to the published one.
      removeLeftovers(options.out);
      resolve(last ?? (isStopped ? { kind: 'stopped' } : { kind: 'failed', message: printed.slice(-2000) }));
    });
  });
  return {
    result,
    stop: () => {
      isStopped = true;
      child.kill('SIGKILL');
    },
  };
}
