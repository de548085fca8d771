import { Worker } from 'node:worker_threads';
import type { Conservation } from './verify-conservation.ts';

/** What `verifyConservation` says, found beside whatever else the build does meanwhile. */
export function verifyBeside(content: string, dist: string): Promise<Conservation> {
  const worker = new Worker(new URL('conservation-worker.ts', import.meta.url), {
    workerData: { content, dist },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      // After a message this changes nothing.
      reject(new Error(`The verifier ended with ${code} and said nothing`));
    });
  });
}
