/** A copy of the project whose code is changed, and which builds and tests itself. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A change of one place in a file. */
export interface Change {
  /** From the project's folder. */
  file: string;
  /** Lines and columns from 1; the end is not in it. */
  start: { line: number; column: number };
  end: { line: number; column: number };
  replacement: string;
}

/** What is not copied: what commands have written, and the packages, which are linked. */
const LEFT = new Set(['node_modules', 'dist', 'coverage', 'screenshots', '.jixiao', '.astro']);
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
/** A build or a test that takes longer hangs. */
const MOST_MINUTES = 15;

export function copyProject(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-mutation-'));
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    /** Whether it passes as it is: where it does not, nothing can be said of a change. */
    passes: () => passes(folder),
    /** Whether the build stops, or a test of the commands, of the site or in the browser fails, where a file is changed. */
    async notices(change: Change): Promise<boolean> {
      const path = join(folder, change.file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, applyChange(text, change));
      try {
        return !(await passes(folder));
      } finally {
        writeFileSync(path, text);
      }
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function applyChange(text: string, { start, end, replacement }: Omit<Change, 'file'>): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: Change['start']) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
  return text.slice(0, offset(start)) + replacement + text.slice(offset(end));
}

async function passes(folder: string): Promise<boolean> {
  if (!(await succeeds(folder, ['scripts/build.ts', '--silent', '--recheck']))) return false;
  // The quickest first.
  for (const project of ['site', 'cli', 'browser'])
    if (!(await succeeds(folder, [...VITEST, '--bail', '1', '--project', project]))) return false;
  return true;
}

async function succeeds(cwd: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore', timeout: MOST_MINUTES * 60_000 });
  await once(child, 'close');
  return child.exitCode === 0;
}
