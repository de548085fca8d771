/** The thread of `files-in-worker.ts`: answers each data set with its downloads. */
import { parentPort, workerData } from 'node:worker_threads';
import { dataFiles } from './data-files.ts';
import type { DataSet } from './data-set.ts';
import type { PackageContext } from './to-data-package.ts';

parentPort?.on('message', (set: DataSet) => {
  const files = dataFiles(set, workerData as PackageContext);
  // No other value shares their buffers, so these are transferred, not copied.
  const buffers = new Set(files.map(({ bytes }) => bytes.buffer as ArrayBuffer));
  parentPort?.postMessage(files, [...buffers]);
});
