/** The files of a content folder that a site depends on, and their digests. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../cache/files-under.ts';
import { VERSIONS } from '../../content/recorded-versions.ts';
import { PERMALINKS } from '../../identity/permalinks.ts';

/** What was published, which is kept for good: no earlier state brings it back. */
export const RECORDS: readonly string[] = [PERMALINKS, VERSIONS, 'versions'];
/** Names in a content folder. */
export const PARTS: readonly string[] = ['disclosures', 'forms', 'guide', 'site.json', ...RECORDS];

/** SHA-256 of each file, by its path relative to the content folder, with slashes. */
export type Digests = ReadonlyMap<string, string>;

/** @param folder A content folder, absolute. @param parts Names in it. */
export function digestContent(folder: string, parts = PARTS): Digests {
  const paths = parts.flatMap((part) => {
    const whole = join(folder, part);
    if (!existsSync(whole)) return [];
    return statSync(whole).isFile() ? [part] : filesUnder(whole).map((name) => `${part}/${name}`);
  });
  return new Map(paths.map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
}

/** Paths whose files differ, or that only one has; sorted. */
export function differingPaths(before: Digests, after: Digests): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}
