import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the builds of one size read and write: in memory, where there is a file system in it. */
export interface Workplace {
  folder: string;
  /** The invented content. */
  content: string;
  /** Our built site; later contenders and the reader's figures use it. */
  out: string;
}

export function workplace(base: string, size: number): Workplace {
  const folder = join(base, String(size));
  return { folder, content: join(folder, 'content'), out: join(folder, 'site') };
}

/** An empty folder of that name for a run. */
export function freshFolder(place: Workplace, name: string): string {
  const fresh = join(runsFolder(place), name);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  return fresh;
}

/** Removes what runs have written, but our site: in memory, it would be missing to the next. */
export function removeRuns(place: Workplace): void {
  rmSync(runsFolder(place), { recursive: true, force: true });
}

function runsFolder({ folder }: Workplace): string {
  return join(folder, 'runs');
}
