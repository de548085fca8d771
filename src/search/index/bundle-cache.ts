/** Indexes of bundles on disk, each under a digest of its contents and of the code that makes it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import { replaceFile } from '../../cache/replace-file.ts';
import type { BundleIndex } from './build-bundle.ts';

export interface BundleCache {
  /** The cached index of a bundle; else makes and stores it. */
  take: (
    contents: readonly string[],
    make: (contents: readonly string[]) => Promise<BundleIndex>,
  ) => Promise<BundleIndex>;
  /** Removes all indexes that were not taken. */
  prune: () => void;
}

/** @param code Digest of the code that makes indexes, and of its packages. */
export function openBundleCache(folder: string, code: string): BundleCache {
  const taken = new Set<string>();
  return {
    async take(contents, make) {
      const digest = createHash('sha256').update(`${code}\n`);
      for (const content of contents) digest.update(content).update('\n');
      const name = digest.digest('hex');
      taken.add(name);
      const cached = readIndex(join(folder, name));
      if (cached) return cached;
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

function readIndex(path: string): BundleIndex | null {
  try {
    return decode(readFileSync(path)) as BundleIndex;
  } catch {
    return null;
  }
}

/** A killed build leaves no incomplete index. */
function storeIndex(folder: string, name: string, index: BundleIndex): void {
  mkdirSync(folder, { recursive: true });
  replaceFile(join(folder, name), encode(index));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
