import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DataFile } from './data-file.ts';
import type { DataSet } from './data-set.ts';
import type { PackageContext } from './to-data-package.ts';

/** Gives the downloads of a data set, as `dataFiles` makes them. */
export type MakeFiles = (set: DataSet) => Promise<readonly DataFile[]>;

/** Milliseconds after its last answer at which a thread ends, to free its memory; the next request starts another. */
const IDLE = 10_000;

/**
 * Makes downloads in a worker thread, one data set after another, while pages are rendered.
 *
 * @param root The project's folder: the thread runs its source, wherever the caller was bundled to.
 * @param resources Ends the thread when it is disposed.
 */
export function filesInWorker(
  root: string,
  context: PackageContext,
  resources: AsyncDisposableStack,
): MakeFiles {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const waiting: PromiseWithResolvers<readonly DataFile[]>[] = [];
  const end = () => {
    void thread?.terminate();
    thread = undefined;
  };
  resources.defer(end);
  return (set) => {
    clearTimeout(idle);
    thread ??= start();
    const files = Promise.withResolvers<readonly DataFile[]>();
    // Files that are made ahead may never be requested; their failure is then no unhandled rejection.
    files.promise.catch(() => undefined);
    waiting.push(files);
    thread.ref();
    thread.postMessage(set);
    return files.promise;
  };

  function start(): Worker {
    const worker = new Worker(join(root, 'src/downloads/files-worker.ts'), { workerData: context });
    worker.on('message', (files: readonly DataFile[]) => {
      waiting.shift()?.resolve(files);
      if (waiting.length > 0) return;
      // An idle thread must not keep a failed build alive.
      worker.unref();
      idle = setTimeout(end, IDLE).unref();
    });
    worker.once('error', (error) => {
      thread = undefined;
      for (const files of waiting.splice(0)) files.reject(error);
    });
    return worker;
  }
}
