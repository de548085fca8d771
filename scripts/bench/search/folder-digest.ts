import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../../src/cache/files-under.ts';

/** SHA-256 over names and bytes of all files of a folder. */
export function folderDigest(base: string): string {
  const hash = createHash('sha256');
  for (const name of filesUnder(base)) hash.update(name).update(readFileSync(join(base, name)));
  return hash.digest('hex');
}
