/**
 * Indexes of bundles on disk, each under a digest of its contents and of the code that indexes.
 *
 * A bundle is taken over only where both are the same, so that the cache can change how long a build takes and nothing else.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import type { BundleIndex } from './build-bundle.ts';

export interface BundleCache {
  /** The index of a bundle, made of the coded contents of its records where it is not known. */
  take: (
    contents: readonly string[],
    make: (contents: readonly string[]) => Promise<BundleIndex>,
  ) => Promise<BundleIndex>;
  /** Removes what was not taken: bundles that are gone, and other code's. */
  prune: () => void;
}

/** @param code Digest of the code that indexes, and of its packages. */
export function openBundleCache(folder: string, code: string): BundleCache {
  const taken = new Set<string>();
  return {
    async take(contents, make) {
      const digest = createHash('sha256').update(`${code}\n`);
      for (const content of contents) digest.update(content).update('\n');
      const name = digest.digest('hex');
      taken.add(name);
      const known = readIndex(join(folder, name));
      if (known) return known;
      const index = await make(contents);
      storeIndex(folder, name, index);
      return index;
    },
    prune() {
      for (const name of namesIn(folder))
        if (!taken.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** Null where there is none. */
function readIndex(path: string): BundleIndex | null {
  try {
    return decode(readFileSync(path)) as BundleIndex;
  } catch {
    return null;
  }
}

/** A build that is killed leaves no half of a bundle. */
function storeIndex(folder: string, name: string, index: BundleIndex): void {
  const half = join(folder, `${name}.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(half, encode(index));
  renameSync(half, join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
