import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from './content-folder.ts';
import { formsDigest } from './read-forms.ts';

/** What turns a source file into an entry of the store. */
const PARSER = ['tab-table', 'table', 'record', 'identity', 'content', 'collection'].map(
  (room) => `src/${room}`,
);
const FILES = ['src/content.config.ts', 'package-lock.json'];

/**
 * SHA-256 over the code that makes entries, their schemas included, its locked packages and the office's forms.
 *
 * The store keeps an entry whose digest is unchanged, so an entry's digest must change when the code that made it does.
 */
export function parserDigest(root: string): string {
  const inFolders = PARSER.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  const hash = createHash('sha256');
  for (const path of [...inFolders, ...FILES.map((file) => join(root, file))])
    hash.update(readFileSync(path));
  return hash.update(formsDigest(contentFolder(root))).digest('hex');
}
