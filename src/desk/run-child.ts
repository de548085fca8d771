import { fork } from 'node:child_process';

/** How far a build or a copy is. */
export interface Progress {
  /** As it names itself; empty before the first. */
  phase: string;
  /** 0: it can't be counted. */
  total: number;
  done: number;
}

/** What a process says. */
export type ChildAnswer =
  | { kind: 'phase'; label: string; total: number }
  | { kind: 'steps'; done: number }
  /** @param files How many there are now. */
  | { kind: 'done'; files: number }
  | ({ kind: 'failed' } & Failure);

/** Why something was not done. */
export interface Failure {
  /** For staff. */
  message: string;
  /** `full`: a disk is. `unreachable`: the folder that it goes to does not answer. */
  cause: 'full' | 'unreachable' | 'other';
}

type ChildResult = { kind: 'done'; files: number } | { kind: 'stopped' } | ({ kind: 'failed' } & Failure);

export interface RunningChild {
  result: Promise<ChildResult>;
  /** Ends it. What is published stays. */
  stop: () => void;
}

/** Runs one of the desk's processes, so that the desk goes on answering and can stop it at any moment. @param options Plain JSON. */
export function runChild(
  file: URL,
  options: unknown,
  onProgress: (progress: Progress) => void,
): RunningChild {
  const child = fork(file, [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let isStopped = false;
  let [progress, printed]: [Progress, string] = [{ phase: '', total: 0, done: 0 }, ''];
  child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  const result = new Promise<ChildResult>((resolve) => {
    let last: ChildResult | null = null;
    child.on('message', (answer: ChildAnswer) => {
      if (answer.kind === 'phase') progress = { phase: answer.label, total: answer.total, done: 0 };
      else if (answer.kind === 'steps') progress = { ...progress, done: answer.done };
      else last = answer;
      onProgress(progress);
    });
    child.once('exit', () => {
      const failed = { kind: 'failed', message: printed.slice(-2000), cause: 'other' } as const;
      resolve(last ?? (isStopped ? { kind: 'stopped' } : failed));
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
