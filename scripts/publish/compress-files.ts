import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What gets smaller; pictures, spreadsheets and Pagefind's files are compressed already. */
const TEXTS = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.csv',
  '.xml',
  '.txt',
  '.md',
  '.svg',
  '.webmanifest',
]);
/** Bytes below which a file fits into one packet anyway. */
const SMALLEST = 1024;

/** Writes `x.br` and `x.gz` beside each text file `x` that they make smaller. Returns how many files they were written for. */
export function compressFiles(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  let count = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    if (bytes.length < SMALLEST) continue;
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    const gzip = gzipSync(bytes, { level: 9 });
    if (brotli.length < bytes.length) writeFileSync(`${file}.br`, brotli);
    if (gzip.length < bytes.length) writeFileSync(`${file}.gz`, gzip);
    count += 1;
  }
  return count;
}
