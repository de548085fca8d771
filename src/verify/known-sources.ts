/**
 * Sources that had lost nothing, by the digest of their bytes and of all that was published of them: of the same bytes the
 * same comes again, so they need not be taken apart once more.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What was found in a source and its outputs. */
export interface WholeSource {
  cells: number;
  projects: number;
  kinds: readonly string[];
}

export type KnownSources = ReadonlyMap<string, WholeSource>;

/** Where they are kept from one build to the next, and the digest of the code that looks. */
export interface KnownFile {
  path: string;
  code: string;
}

/**
 * Reads all files.
 *
 * @param files Of the output, relative to `dist`.
 * @param more What else decides what is found: the source itself.
 */
export function digestSource(dist: string, files: readonly string[], more: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(more));
  for (const file of files) {
    if (!statSync(join(dist, file)).isFile()) continue;
    const bytes = readFileSync(join(dist, file));
    digest.update(JSON.stringify([file, bytes.length])).update(bytes);
  }
  return digest.digest('hex');
}

/** None where there is no such file, or other code wrote it. */
export function readKnown({ path, code }: KnownFile): KnownSources {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { code: string; sources: [string, WholeSource][] };
    return new Map(kept.code === code ? kept.sources : []);
  } catch {
    return new Map();
  }
}

export function keepKnown({ path, code }: KnownFile, sources: KnownSources): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ code, sources: [...sources] }));
}
