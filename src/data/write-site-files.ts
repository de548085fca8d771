/**
 * In: the folder of a built site.
 * Out: what can only be written when all else is: redirects for servers, downloads at their old addresses, and `SHA256SUMS` of
 * all downloads.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNetlify, toNginx, type Redirect } from './redirects.ts';
import { writeMovedFiles } from './write-moved-files.ts';

/** Downloads by the ends of their names; the search index and the files of pages are none. */
const DOWNLOAD = /\.(?:csv|json|xlsx|txt|xml)$/;

export function writeSiteFiles(dist: string, redirects: readonly Redirect[]): void {
  writeFileSync(join(dist, '_redirects'), toNetlify(redirects));
  writeFileSync(join(dist, 'nginx-redirects.conf'), toNginx(redirects));
  writeMovedFiles(dist, redirects);
  writeFileSync(join(dist, 'SHA256SUMS'), checksums(dist));
}

/** As `sha256sum` writes and `sha256sum --check` reads. */
function checksums(dist: string): string {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => DOWNLOAD.test(path) && !path.startsWith('pagefind/'))
    .sort()
    .map(
      (path) =>
        `${createHash('sha256')
          .update(readFileSync(join(dist, path)))
          .digest('hex')}  ${path}\n`,
    )
    .join('');
}
