import { availableParallelism } from 'node:os';
import type { Comparison } from '../verify/record.ts';
import type { Conservation, VerifiedSources } from '../verify/verify-conservation.ts';
import { joinConservation } from './join-conservation.ts';
import { runInWorker } from './run-in-worker.ts';

/** Threads that share the sources; more would wait for the disk. */
const MOST = 4;

/**
 * Verifies all sources, with a thread per processor but not more than there are sources, and then the files of the whole site.
 *
 * @param sources How many there are.
 * @param known Sources that need not be compared again.
 * @param indexed Settles when the search index is written.
 */
export async function verifyInWorkers(
  content: string,
  dist: string,
  { sources, known }: { sources: number; known: VerifiedSources },
  indexed: Promise<unknown>,
): Promise<Conservation> {
  const count = Math.max(1, Math.min(MOST, availableParallelism(), sources));
  const run = <T>(share: { number: number; count: number } | null) =>
    runInWorker<T>(new URL('../verify/conservation-worker.ts', import.meta.url), {
      content,
      dist,
      share,
      known,
    });
  const shares = Array.from({ length: count }, (_, index) => run<Conservation>({ number: index + 1, count }));
  try {
    const parts = await Promise.all(shares.map(({ result }) => result));
    await indexed;
    return joinConservation(parts, await run<Comparison>(null).result);
  } finally {
    await Promise.all(shares.map(({ stop }) => stop()));
  }
}
