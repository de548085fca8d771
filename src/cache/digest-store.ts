import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** Bytes on disk, each under a digest of all that they are made from: a hit changes how long a build takes and nothing else. */
export interface DigestStore {
  /** Null where nothing is stored under the key. */
  get: (key: string) => Buffer | null;
  put: (key: string, bytes: string | Uint8Array) => void;
  /** Removes what was neither read nor written since the store was opened. */
  prune: () => void;
}

/** @param folder Made on the first write. It holds nothing but this store. */
export function openDigestStore(folder: string): DigestStore {
  const used = new Set<string>();
  return {
    get(key) {
      used.add(key);
      return readIfThere(join(folder, key));
    },
    put(key, bytes) {
      used.add(key);
      mkdirSync(folder, { recursive: true });
      replaceFile(join(folder, key), bytes);
    },
    prune() {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder))
        if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** The bytes of a file; null where it can't be read. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
