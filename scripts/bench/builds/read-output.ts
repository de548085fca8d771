import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A built site in figures; nothing is estimated. */
export interface Output {
  pages: number;
  /** Bytes of the project page of middle size. */
  projectPage: { raw: number; gzipped: number };
  /** Of all pages, the one that weighs most when compressed. */
  heaviest: { path: string; gzipped: number };
  /** All files, and those of the search index among them. */
  files: { count: number; bytes: number; indexBytes: number };
}

/** How many of the longest pages are compressed to find the heaviest. */
const LONGEST = 20;

export function readOutput(out: string): Output {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(out.length + 1), bytes: statSync(file).size }));
  const pages = files
    .filter(({ path }) => path.endsWith('index.html'))
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const projects = pages.filter(({ path }) => isProjectPage(path));
  const middle = projects[Math.floor(projects.length / 2)];
  const compressed = (path: string) => gzipSync(readFileSync(join(out, path))).length;
  const heaviest = pages
    .slice(0, LONGEST)
    .map(({ path }) => ({ path, gzipped: compressed(path) }))
    .sort((a, b) => b.gzipped - a.gzipped)[0];
  if (!middle || !heaviest) throw new Error(`${out} has no page of a project`);
  const bytesOf = (of: typeof files) => of.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    pages: pages.length,
    projectPage: { raw: middle.bytes, gzipped: compressed(middle.path) },
    heaviest,
    files: {
      count: files.length,
      bytes: bytesOf(files),
      indexBytes: bytesOf(files.filter(({ path }) => path.startsWith('pagefind'))),
    },
  };
}

/** `2026/<body>/<project>/index.html`; the body's own `source` and further pages are none. */
function isProjectPage(path: string): boolean {
  return /^\d{4}\/(?!bodies\/|page\/)[^/]+\/(?!source\/|page\/)[^/]+\/index\.html$/.test(path);
}
