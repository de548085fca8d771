import { Worker } from 'node:worker_threads';
import { ImportError, type Unreadable } from './import-error.ts';
import type { Imported } from './imported.ts';

/** What a thread that reads a file says: a part of it is begun, everything is read, or why nothing can be. */
export type Answer =
  | { kind: 'part'; name: string }
  | { kind: 'imported'; imported: Imported }
  | { kind: 'refused'; message: string; reason: Unreadable | null };

export interface ThreadTask {
  /** The thread's module. */
  module: URL;
  /** Its `workerData`. */
  data: unknown;
  /** Milliseconds of computing for all of the file. */
  longest: number;
  /** Milliseconds of computing from one part to the next. Undefined: only the whole has a limit. */
  longestPart?: number;
  /** Called when a part is begun, such as a sheet or a page. */
  onPart: (name: string) => void;
  /** What to tell staff where a file takes too much. */
  describe: (reason: 'time' | 'memory') => string;
}

/** Milliseconds by the clock from one part to the next: a thread that waits for something computes nothing. */
const LONGEST_WAIT = 60_000;
/** Bytes that the process grows by; a budget of 260 pages takes a third. */
const MOST_MEMORY = 480 * 1024 * 1024;
/** Milliseconds between two looks at time and memory. */
const LOOK = 50;

/**
 * Reads a file in a thread, which is ended when it takes too much time or memory: a few wrong bytes can unpack to gigabytes or lead
 * a library in circles. Throws an {@link ImportError}.
 */
export async function readInThread(task: ThreadTask): Promise<Imported> {
  const { module, data, longest, longestPart = longest, onPart, describe } = task;
  const worker = new Worker(module, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY / 1024 / 1024 },
    // Libraries print remarks that say nothing to staff. Reading needs none; errors come as events.
    stdout: true,
    stderr: true,
  });
  // A clock would count the time in which a busy computer does something else.
  const started = computed();
  const before = process.memoryUsage.rss();
  let part = { at: started, clock: performance.now() };
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Imported>((resolve, reject) => {
      const refuse = (message: string, reason: Unreadable | null = null) => {
        reject(new ImportError(message, { reason }));
      };
      timer = setInterval(() => {
        const now = computed();
        const isLate = now - part.at > longestPart || now - started > longest;
        if (process.memoryUsage.rss() - before > MOST_MEMORY) refuse(describe('memory'));
        else if (isLate || performance.now() - part.clock > LONGEST_WAIT) refuse(describe('time'));
      }, LOOK);
      worker.on('message', (answer: Answer) => {
        if (answer.kind === 'part') {
          part = { at: computed(), clock: performance.now() };
          onPart(answer.name);
        } else if (answer.kind === 'imported') resolve(answer.imported);
        else refuse(answer.message, answer.reason);
      });
      worker.on('error', (error: Error) => {
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse(describe('memory'));
        else reject(error);
      });
      worker.on('exit', () => {
        reject(new Error(`${module.pathname} ended without an answer`));
      });
    });
  } finally {
    clearInterval(timer);
    await worker.terminate();
  }
}

/** Milliseconds that the process has computed. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
