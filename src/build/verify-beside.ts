import { availableParallelism } from 'node:os';
import { runBeside } from './run-beside.ts';
import { keepKnown, readKnown, type KnownFile } from '../verify/known-sources.ts';
import type { Conservation } from '../verify/verify-conservation.ts';

/** Threads that share the sources; more would wait for the disk. */
const MOST = 4;

/**
 * What `verifyConservation` says of all sources, found by a thread a processor.
 *
 * @param file Sources that were whole at the last time, and where those of this time are kept.
 */
export async function verifyBeside(content: string, dist: string, file: KnownFile): Promise<Conservation> {
  const known = readKnown(file);
  const count = Math.min(MOST, availableParallelism());
  const worker = new URL('../verify/conservation-worker.ts', import.meta.url);
  const shares = Array.from({ length: count }, (_, index) =>
    runBeside<Conservation>(worker, { content, dist, share: { number: index + 1, count }, known }),
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
