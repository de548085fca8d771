import { availableParallelism } from 'node:os';
import { runBeside } from '../build/run-beside.ts';
import type { Conservation } from './verify-conservation.ts';

/** Threads that share the sources; more would wait for the disk. */
const MOST = 4;

/** What `verifyConservation` says of all sources, found by a thread a processor. */
export async function verifyBeside(content: string, dist: string): Promise<Conservation> {
  const count = Math.min(MOST, availableParallelism());
  const worker = new URL('conservation-worker.ts', import.meta.url);
  const shares = Array.from({ length: count }, (_, index) =>
    runBeside<Conservation>(worker, { content, dist, share: { number: index + 1, count } }),
  );
  try {
    return join(await Promise.all(shares.map(({ result }) => result)));
  } finally {
    await Promise.all(shares.map(({ stop }) => stop()));
  }
}

function join(parts: readonly Conservation[]): Conservation {
  const sum = (of: (part: Conservation) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    cells: sum(({ cells }) => cells),
    projects: sum(({ projects }) => projects),
    losses: parts.flatMap(({ losses }) => losses),
    kinds: [...new Set(parts.flatMap(({ kinds }) => kinds))],
  };
}
