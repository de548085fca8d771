/** The thread of `read-safely.ts`: reads the file that it is given, and answers with its tables or with what is wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import { ImportError } from './import-error.ts';
import type { Answer } from './read-in-thread.ts';
import { readOriginal } from './read-original.ts';

const { name, bytes } = workerData as { name: string; bytes: Uint8Array };
const answer = (value: Answer): void => parentPort?.postMessage(value);
try {
  const imported = await readOriginal(name, bytes, (sheet) => {
    answer({ kind: 'part', name: sheet });
  });
  answer({ kind: 'imported', imported });
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  answer({ kind: 'refused', message: error.message, reason: error.reason });
}
