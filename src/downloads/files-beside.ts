import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { onRendered } from '../collection/rendered.ts';
import type { DataFile } from './data-files.ts';
import type { DataSet } from './data-set.ts';
import type { PackageContext } from './to-data-package.ts';

/** Gives the downloads of a data set, as `dataFiles` makes them. */
export type MakeFiles = (set: DataSet) => Promise<readonly DataFile[]>;

/** Milliseconds after its last answer at which a thread gives its memory back; the next question starts another. */
const IDLE = 10_000;

/**
 * Makes downloads in a thread, one data set after another, while the pages go on.
 *
 * @param root Of the project; the thread runs its source, wherever the caller was bundled to.
 */
export function filesBeside(root: string, context: PackageContext): MakeFiles {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const waiting: PromiseWithResolvers<readonly DataFile[]>[] = [];
  const end = () => {
    void thread?.terminate();
    thread = undefined;
  };
  onRendered(end);
  return (set) => {
    clearTimeout(idle);
    thread ??= start();
    const files = Promise.withResolvers<readonly DataFile[]>();
    // Files that are made ahead may never be asked for.
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
      // A build that has failed need not wait for it.
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
