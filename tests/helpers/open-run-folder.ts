/** A folder of the whole test run, for what its processes share: code that Node has compiled, and sites that several files read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Removed after the last test of all files. */
    runFolder: string;
  }
}

export default function openRunFolder({ vitest }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-run-'));
  vitest.provide('runFolder', folder);
  // The tests start hundreds of processes, and each would strip and compile the same files anew.
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
