/** The thread of `files-beside.ts`: answers each data set that it is sent with its downloads. */
import { parentPort, workerData } from 'node:worker_threads';
import { dataFiles } from './data-files.ts';
import type { DataSet } from './data-set.ts';
import type { PackageContext } from './to-data-package.ts';

parentPort?.on('message', (set: DataSet) => {
  const files = dataFiles(set, workerData as PackageContext);
  // Each has a buffer of its own, or one that only they share: they are handed over, not copied.
  const buffers = new Set(files.map(({ bytes }) => bytes.buffer as ArrayBuffer));
  parentPort?.postMessage(files, [...buffers]);
});
