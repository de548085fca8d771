/** The verifier in a thread of its own; its one message is what it found in its share of the sources. */
import { parentPort, workerData } from 'node:worker_threads';
import { verifyConservation, type Share } from './verify-conservation.ts';

const { content, dist, share } = workerData as { content: string; dist: string; share: Share };
parentPort?.postMessage(verifyConservation(content, dist, share));
