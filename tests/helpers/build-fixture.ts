import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { inject } from 'vitest';
import { runScript, type Outcome } from './run-script.ts';
import { writeFiles } from './write-files.ts';

/** A content folder and the site that is built from it. */
export interface Fixture {
  folder: string;
  content: string;
  dist: string;
  /** Environment of the commands. */
  env: Record<string, string>;
  /** Runs `scripts/<name>.ts` on the content. */
  run: (name: string, ...args: string[]) => Outcome;
  /** Writes files into the content, by their paths there. */
  write: (files: Record<string, string | Uint8Array>) => void;
  /** A file of the site. */
  read: (path: string) => string;
  /** A page of the site: `2026/qingxi`. */
  page: (path: string) => HTMLElement;
}

/** A content folder with these files, and an empty `disclosures/2026/`. */
export function openFixture(folder: string, files: Record<string, string | Uint8Array> = {}): Fixture {
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  const env = { JIXIAO_CONTENT: content, JIXIAO_OUT: dist };
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');
  mkdirSync(join(content, 'disclosures/2026'), { recursive: true });
  writeFiles(content, files);
  return {
    folder,
    content,
    dist,
    env,
    run: (name, ...args) => runScript(name, args, env),
    write: (more) => {
      writeFiles(content, more);
    },
    read,
    page: (path) => parse(read(join(path, 'index.html'))),
  };
}

/** The same, with the site built. Throws with the output of a build that fails. */
export function buildFixture(folder: string, files: Record<string, string | Uint8Array>): Fixture {
  const fixture = openFixture(folder, files);
  const { status, stdout, stderr } = fixture.run('build');
  if (status !== 0 || stderr !== '') throw new Error(`npm run build failed:\n${stdout}${stderr}`);
  return fixture;
}

/**
 * The same, for texts that several test files build: they are built once a run, and each caller gets a copy of the site. A site
 * is the same wherever it is built (`npm run test:reproducible`).
 */
export function buildFixtureOnce(folder: string, files: Record<string, string>): Fixture {
  const built = join(inject('runFolder'), hash('sha256', JSON.stringify(files)));
  if (!existsSync(built)) {
    const { dist } = buildFixture(join(folder, 'first'), files);
    keep(dist, built);
  }
  const fixture = openFixture(folder, files);
  cpSync(built, fixture.dist, { recursive: true });
  return fixture;
}

/** Moves a folder to where other processes look for it, whole. One that another process has put there meanwhile is the same. */
function keep(folder: string, to: string): void {
  const near = `${to}.${process.pid}`;
  cpSync(folder, near, { recursive: true });
  try {
    renameSync(near, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
