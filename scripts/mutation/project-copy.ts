/** A copy of the project, whose code is changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { applyChange, type Change } from './apply-change.ts';

export interface ProjectCopy {
  folder: string;
  /** Runs something while a file is changed. It gets the path of that file. */
  withChange: (change: Change, judge: (path: string) => Promise<boolean>) => Promise<boolean>;
  remove: () => void;
}

/** What is not copied: what commands have written, and the packages, which are linked. */
const LEFT = new Set(['node_modules', 'dist', 'coverage', 'screenshots', '.jixiao', '.astro']);

export function copyProject(root: string): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-mutation-'));
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    async withChange(change, judge) {
      const path = join(folder, change.file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, applyChange(text, change));
      try {
        return await judge(path);
      } finally {
        writeFileSync(path, text);
      }
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
