import { availableParallelism } from 'node:os';
import { runInWorker } from './run-in-worker.ts';
import type { Comparison } from '../verify/record.ts';
import type { Conservation, VerifiedSources } from '../verify/verify-conservation.ts';

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
    const conservation = join(await Promise.all(shares.map(({ result }) => result)));
    await indexed;
    const site = await run<Comparison>(null).result;
    return {
      ...conservation,
      cells: conservation.cells + site.cells,
      losses: [...conservation.losses, ...site.losses],
    };
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
    known: sum(({ known }) => known),
    verified: new Map(parts.flatMap(({ verified }) => [...verified])),
  };
}
