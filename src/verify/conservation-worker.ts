/** The verifier in a thread of its own; its one message is what it found in its share of the sources. */
import { parentPort, workerData } from 'node:worker_threads';
import type { KnownSources } from './known-sources.ts';
import { verifyConservation, type Share } from './verify-conservation.ts';

const { content, dist, share, known } = workerData as {
  content: string;
  dist: string;
  share: Share;
  known: KnownSources;
};
parentPort?.postMessage(verifyConservation(content, dist, share, known));
