import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesUnder } from '../../cache/files-under.ts';

/** Files that compression makes smaller; pictures, spreadsheets and Pagefind's files are compressed already. */
const TEXT = /\.(?:html|css|js|json|csv|xml|txt|md|svg|webmanifest)$/;
/** Brotli at its best takes ten times as long for a few percent; only what every page loads is worth that. */
const SHARED = /\.(?:css|js)$/;
/** Bytes below which a file fits into one packet anyway. */
const SMALLEST = 1024;

/** Writes `x.br` and `x.gz` next to each text file `x` if they are smaller. */
export function compressFiles(folder: string): void {
  for (const path of filesUnder(folder).filter((name) => TEXT.test(name))) {
    const file = join(folder, path);
    const bytes = readFileSync(file);
    if (bytes.length < SMALLEST) continue;
    const quality = SHARED.test(file) ? constants.BROTLI_MAX_QUALITY : 9;
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    const gzip = gzipSync(bytes, { level: 9 });
    if (brotli.length < bytes.length) writeFileSync(`${file}.br`, brotli);
    if (gzip.length < bytes.length) writeFileSync(`${file}.gz`, gzip);
  }
}
