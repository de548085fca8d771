import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { plainEnvironment, type Outcome } from '../helpers/run-script.ts';

/** A copy of the project, to change its code and content and build it. */
export interface ProjectCopy {
  root: string;
  /** Replaces a text that a file holds once. Throws where it does not. */
  change: (path: string, from: string, to: string) => void;
  /** Puts a file back. */
  restore: (path: string) => void;
  build: (env?: Record<string, string>) => Outcome;
  /** Forgets what earlier builds have stored. */
  forget: () => void;
  remove: () => void;
}

const PARTS = [
  'src',
  'scripts',
  'public',
  'content',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

export function copyProject(): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), 'jixiao-copy-'));
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  // Faults and changes may take pages away; here nothing was published before.
  rmSync(join(root, 'content/permalinks.json'), { force: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
  // As astro.config.mjs names it.
  const store = createHash('sha256').update(join(root, 'content')).digest('hex').slice(0, 12);
  const forget = () => {
    rmSync(join('node_modules/.astro', store), { recursive: true, force: true });
    rmSync(join(root, '.jixiao'), { recursive: true, force: true });
  };
  return {
    root,
    change(path, from, to) {
      const text = readFileSync(join(root, path), 'utf8');
      if (text.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
      writeFileSync(
        join(root, path),
        text.replace(from, () => to),
      );
    },
    restore(path) {
      cpSync(path, join(root, path));
    },
    build(env = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
        cwd: root,
        env: plainEnvironment(env),
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    },
    forget,
    remove() {
      forget();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** SHA-256 of each file of a built site, by its path. */
export function hashFiles(site: string): Record<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(site.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}
