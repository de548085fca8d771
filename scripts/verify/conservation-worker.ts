/** The verifier in a thread of its own: what it says is its one message. */
import { parentPort, workerData } from 'node:worker_threads';
import { verifyConservation } from './verify-conservation.ts';

const { content, dist } = workerData as { content: string; dist: string };
parentPort?.postMessage(verifyConservation(content, dist));
