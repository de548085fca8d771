/** A cache of verified sources, by the digest of the source and of its outputs: the same bytes need not be compared again. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was found in a source without a loss. */
export interface VerifiedSource {
  cells: number;
  projects: number;
}
export type VerifiedSources = ReadonlyMap<string, VerifiedSource>;

/** The file that keeps the cache between builds, and the digest of the code that verifies. */
export interface VerifiedFile {
  path: string;
  code: string;
}

/** Empty where there is no such file, or other code wrote it. */
export function readVerified({ path, code }: VerifiedFile): VerifiedSources {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as {
      code: string;
      sources: [string, VerifiedSource][];
    };
    return new Map(kept.code === code ? kept.sources : []);
  } catch {
    return new Map();
  }
}

export function keepVerified({ path, code }: VerifiedFile, sources: VerifiedSources): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ code, sources: [...sources] }));
}
