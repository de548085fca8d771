import { Worker } from 'node:worker_threads';

/** A task in a worker thread. */
export interface WorkerTask<Result> {
  /** The thread's one message. */
  result: Promise<Result>;
  /** Ends the thread, even if it is not finished. */
  stop: () => Promise<unknown>;
}

/**
 * Runs a module in a worker thread.
 *
 * @param data The module's `workerData`.
 */
export function runInWorker<Result>(module: URL, data: unknown): WorkerTask<Result> {
  const worker = new Worker(module, { workerData: data });
  const result = new Promise<Result>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      // After a message this has no effect.
      reject(new Error(`${module.pathname} ended with ${code} and sent no message`));
    });
  });
  // A stopped thread's result is never awaited: its rejection is not unhandled.
  result.catch(() => undefined);
  return { result, stop: () => worker.terminate() };
}
