import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes empty folders for a test file, which are removed after its last test. Called at the top of the file. */
export function tempFolders(): () => string {
  const base = mkdtempSync(join(tmpdir(), 'jixiao-test-'));
  let count = 0;
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });
  return () => {
    count += 1;
    const folder = join(base, String(count));
    mkdirSync(folder);
    return folder;
  };
}
