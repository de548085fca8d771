/** The verifier in a worker thread. Its one message is what it found in its share of the sources, or in the files of the site. */
import { parentPort, workerData } from 'node:worker_threads';
import { verifyConservation, type Share, type VerifiedSources } from './verify-conservation.ts';
import { verifyOriginals } from './verify-originals.ts';
import { verifySite } from './verify-site.ts';

const { content, dist, share, known } = workerData as {
  content: string;
  dist: string;
  /** Null: the files of years and of the site. */
  share: Share | null;
  known: VerifiedSources;
};
// The library that opens PDFs names packages for drawing that are missing. Reading needs none.
for (const level of ['log', 'info', 'warn'] as const) console[level] = () => undefined;
parentPort?.postMessage(
  share
    ? await verifyOriginals(content, dist, verifyConservation(content, dist, share, known))
    : verifySite(content, dist),
);
