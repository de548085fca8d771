/**
 * Readings of source files on disk, each under a digest of the file and of the code that read it.
 *
 * A reading is taken over only where both are the same, so that the cache can change how long a build takes and nothing else.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedDisclosure } from './read-disclosure.ts';

export interface ReadingCache {
  /** Null where this file was not read before by this code. */
  find: (path: string, bytes: Buffer) => ParsedDisclosure | null;
  store: (path: string, bytes: Buffer, reading: ParsedDisclosure) => void;
  /** Says that a reading is still of use, where it is known from elsewhere. */
  keep: (path: string, bytes: Buffer) => void;
  /** Removes what was neither found, stored nor kept: files that are gone, and other code's readings. */
  prune: () => void;
}

/** @param parser Digest of the code that reads. */
export function openReadingCache(folder: string, parser: string): ReadingCache {
  const used = new Set<string>();
  const keyOf = (path: string, bytes: Buffer) => {
    // The path is part of a reading: of its ids and of its notices.
    const key = createHash('sha256').update(`${parser}\n${path}\n`).update(bytes).digest('hex');
    used.add(`${key}.json`);
    return join(folder, `${key}.json`);
  };
  return {
    find(path, bytes) {
      try {
        return JSON.parse(readFileSync(keyOf(path, bytes), 'utf8')) as ParsedDisclosure;
      } catch {
        return null;
      }
    },
    store(path, bytes, reading) {
      const file = keyOf(path, bytes);
      mkdirSync(folder, { recursive: true });
      // A build that is killed leaves no half of a reading.
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(reading));
      renameSync(`${file}.${process.pid}`, file);
    },
    keep(path, bytes) {
      keyOf(path, bytes);
    },
    prune() {
      for (const name of namesIn(folder)) if (!used.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
