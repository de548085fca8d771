import { availableParallelism } from 'node:os';
import { runInWorker } from './run-in-worker.ts';
import { keepKnown, readKnown, type KnownFile } from '../verify/known-sources.ts';
import type { Conservation } from '../verify/verify-conservation.ts';

/** Threads that share the sources; more would wait for the disk. */
const MOST = 4;

/**
 * Runs `verifyConservation` over all sources, in one thread a processor.
 *
 * @param file Where the cache of verified sources is.
 */
export async function verifyInWorkers(content: string, dist: string, file: KnownFile): Promise<Conservation> {
  const known = readKnown(file);
  const count = Math.min(MOST, availableParallelism());
  const worker = new URL('../verify/conservation-worker.ts', import.meta.url);
  const shares = Array.from({ length: count }, (_, index) =>
    runInWorker<Conservation>(worker, { content, dist, share: { number: index + 1, count }, known }),
  );
  try {
    const conservation = join(await Promise.all(shares.map(({ result }) => result)));
    keepKnown(file, conservation.whole);
    return conservation;
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
    known: sum(({ known }) => known),
    whole: new Map(parts.flatMap(({ whole }) => [...whole])),
  };
}
