import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../src/cache/files-under.ts';

/** SHA-256 of each file of a folder, by path. */
export function fileDigests(folder: string): Map<string, string> {
  return new Map(filesUnder(folder).map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
}
