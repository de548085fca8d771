import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesUnder } from '../../../src/cache/files-under.ts';

/** Sizes of a built site in bytes. */
export interface Output {
  pages: number;
  /** The project page of median size. */
  projectPage: { raw: number; gzipped: number };
  /** The largest page after compression. */
  heaviest: { path: string; gzipped: number };
  /** All files, and the search index's share. */
  files: { count: number; bytes: number; indexBytes: number };
}

/** Number of pages that are compressed to find the heaviest. */
const LONGEST = 20;
/** `2026/<body>/<project>/index.html`, but not a body's source or a further page of a list. */
const PROJECT_PAGE = /^\d{4}\/(?!bodies\/|page\/)[^/]+\/(?!source\/|page\/)[^/]+\/index\.html$/;

/** Throws if the site has no project page. */
export function readOutput(out: string): Output {
  const files = filesUnder(out).map((path) => ({ path, bytes: statSync(join(out, path)).size }));
  const pages = files
    .filter(({ path }) => path.endsWith('index.html'))
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const projects = pages.filter(({ path }) => PROJECT_PAGE.test(path));
  const middle = projects[Math.floor(projects.length / 2)];
  const gzipped = (path: string) => gzipSync(readFileSync(join(out, path))).length;
  const [heaviest] = pages
    .slice(0, LONGEST)
    .map(({ path }) => ({ path, gzipped: gzipped(path) }))
    .sort((a, b) => b.gzipped - a.gzipped);
  if (!middle || !heaviest) throw new Error(`${out} has no page of a project`);
  const bytesBelow = (start: string) =>
    files.reduce((sum, { path, bytes }) => sum + (path.startsWith(start) ? bytes : 0), 0);
  return {
    pages: pages.length,
    projectPage: { raw: middle.bytes, gzipped: gzipped(middle.path) },
    heaviest,
    files: { count: files.length, bytes: bytesBelow(''), indexBytes: bytesBelow('pagefind') },
  };
}
