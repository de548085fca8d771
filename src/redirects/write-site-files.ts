/**
 * In: the folder of a built site.
 * Out: what can only be written when all else is: redirects for servers, downloads at their old addresses, and `SHA256SUMS` of
 * all downloads.
 */
import { hash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNetlify, toNginx, type Redirect } from './redirects.ts';
import { writeMovedFiles } from './write-moved-files.ts';

/** Downloads by the ends of their names; the search index and the files of pages are none. */
const DOWNLOAD = /\.(?:csv|json|xlsx|txt|xml)$/;

/** @param sha256Of What is known of a file from when it was written; others are read. */
export function writeSiteFiles(
  dist: string,
  redirects: readonly Redirect[],
  sha256Of: (file: string) => string | undefined,
): void {
  writeFileSync(join(dist, '_redirects'), toNetlify(redirects));
  writeFileSync(join(dist, 'nginx-redirects.conf'), toNginx(redirects));
  writeMovedFiles(dist, redirects);
  writeFileSync(join(dist, 'SHA256SUMS'), checksums(dist, sha256Of));
}

/** As `sha256sum` writes and `sha256sum --check` reads. */
function checksums(dist: string, sha256Of: (file: string) => string | undefined): string {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => DOWNLOAD.test(path) && !path.startsWith('pagefind/'))
    .sort()
    .map((path) => `${sha256Of(path) ?? hash('sha256', readFileSync(join(dist, path)))}  ${path}\n`)
    .join('');
}
