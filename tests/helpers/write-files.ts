import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files by their paths in a folder. Returns the folder. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The source of a parser fixture: `a-plain-table`. */
export function fixtureSource(name: string): string {
  return readFileSync(`tests/unit/record/fixtures/${name}/source.md`, 'utf8');
}
