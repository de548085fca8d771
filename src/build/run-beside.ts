import { Worker } from 'node:worker_threads';

/** Work in a thread of its own. */
export interface Beside<Result> {
  /** The thread's one message. */
  result: Promise<Result>;
  /** Ends the thread, wherever it is. */
  stop: () => Promise<unknown>;
}

/**
 * Runs a module in a thread beside the build.
 *
 * @param data What the module finds as its `workerData`.
 */
export function runBeside<Result>(module: URL, data: unknown): Beside<Result> {
  const worker = new Worker(module, { workerData: data });
  const result = new Promise<Result>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      // After a message this changes nothing.
      reject(new Error(`${module.pathname} ended with ${code} and said nothing`));
    });
  });
  // Whoever awaits the result is told; nobody awaits that of a thread which was stopped.
  result.catch(() => undefined);
  return { result, stop: () => worker.terminate() };
}
