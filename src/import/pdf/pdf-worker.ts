/** The thread of `read-pdf.ts`: reads the PDF that it is given, and answers with its tables or with what is wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import { ImportError } from '../import-error.ts';
import { readDocument } from './read-document.ts';
import type { Answer } from './read-pdf.ts';

const answer = (value: Answer): void => parentPort?.postMessage(value);
try {
  const imported = await readDocument(workerData as Uint8Array, (page) => {
    answer({ kind: 'page', page });
  });
  answer({ kind: 'imported', imported });
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  answer({ kind: 'refused', message: error.message });
}
