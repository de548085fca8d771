/** Writes the files that depend on all others: redirects for servers, moved downloads at their old URLs, and `SHA256SUMS`. */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../cache/files-under.ts';
import { toNetlify, toNginx, type Redirect } from './redirects.ts';
import { writeMovedFiles } from './write-moved-files.ts';

/** Downloads by the ends of their names; files of the search index and of pages are not downloads. */
const DOWNLOAD = /\.(?:csv|json|xlsx|txt|xml)$/;

/**
 * @param base Path under which the site is published: `/jixiao`, or empty.
 * @param sha256Of The digest of a file if the build has it already; other files are read.
 */
export function writeSiteFiles(
  dist: string,
  redirects: readonly Redirect[],
  base: string,
  sha256Of: (file: string) => string | undefined,
): void {
  const published = redirects.map(({ from, to }) => ({ from: base + from, to: base + to }));
  writeFileSync(join(dist, '_redirects'), toNetlify(published));
  writeFileSync(join(dist, 'nginx-redirects.conf'), toNginx(published));
  writeMovedFiles(dist, redirects, base);
  writeFileSync(join(dist, 'SHA256SUMS'), checksums(dist, sha256Of));
}

/** As `sha256sum` writes and `sha256sum --check` reads. */
function checksums(dist: string, sha256Of: (file: string) => string | undefined): string {
  return filesUnder(dist)
    .filter((path) => DOWNLOAD.test(path) && !path.startsWith('pagefind/'))
    .map((path) => `${sha256Of(path) ?? hash('sha256', readFileSync(join(dist, path)))}  ${path}\n`)
    .join('');
}
