/**
 * Lets all processes of a test run share the code that Node has compiled: the tests start hundreds, and each would compile the
 * same files anew.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function keepCompiledCode(): (() => void) | undefined {
  // `.ci/run` or an earlier project of this run has named a folder.
  if (process.env['NODE_COMPILE_CACHE'] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-compiled-'));
  process.env['NODE_COMPILE_CACHE'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
