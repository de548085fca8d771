/** The thread of `read-office-file.ts`: reads the file that it is given, and answers with its tables or with what is wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import { ImportError } from './import-error.ts';
import type { OfficeAnswer } from './read-office-file.ts';
import { readOldFile } from './read-old-file.ts';

const answer = (value: OfficeAnswer): void => parentPort?.postMessage(value);
try {
  const imported = readOldFile(workerData as Uint8Array, (name) => {
    answer({ kind: 'sheet', name });
  });
  answer({ kind: 'imported', imported });
} catch (error) {
  // A broken file leads the library astray in many ways; all mean that it can't be read.
  const message = error instanceof ImportError ? error.message : null;
  answer({ kind: 'refused', message });
}
