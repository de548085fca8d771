import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ProjectCopy } from './copy-project.ts';

/** One-line fault of the code. Faults of one list are built together; no two of a list may lose the same. */
export interface Fault {
  what: string;
  file: string;
  from: string;
  to: string;
  /** A loss that this fault brings and no other of its list does. */
  loss: RegExp;
}

/** @param file In `src/`. */
export const fault = (what: string, file: string, from: string, to: string, loss: RegExp): Fault => ({
  ...{ what, file: `src/${file}`, from, to, loss },
});

/** Makes the builds of a copy report all losses, not the first alone. */
export function nameAllLosses(project: ProjectCopy): void {
  project.change('src/verify/conservation-error.ts', 'const MOST = 20;', 'const MOST = 1_000_000;');
}

/** The losses that a build with faults names. It publishes nothing. */
export function buildWithFaults(
  project: ProjectCopy,
  faults: readonly Fault[],
  env: Record<string, string>,
): string[] {
  try {
    for (const { file, from, to } of faults) project.change(file, from, to);
    const { status, stderr } = project.build(env);
    expect(status).toBe(1);
    expect(stderr).toMatch(/缺失或改动 [1-9]\d* 处/);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
    return stderr.split('\n').slice(1);
  } finally {
    for (const { file } of faults) project.restore(file);
  }
}
