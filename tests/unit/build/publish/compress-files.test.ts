import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFiles } from '../../../../src/build/publish/compress-files.ts';
import { filesUnder } from '../../../../src/cache/files-under.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../helpers/write-files.ts';

const newFolder = tempFolders();
/** Texts of many words, on which the qualities of Brotli differ. */
const words = Array.from({ length: 1500 }, (_, at) => ((at * at * 7919) % 99_991).toString(36)).join(' ');

test.each([
  ['a/index.html', 5000, true],
  ...['css', 'js', 'json', 'csv', 'xml', 'txt', 'md', 'svg', 'webmanifest'].map(
    (ending): [string, number, boolean] => [`a.${ending}`, 5000, true],
  ),
  ['a.html', 1024, true],
  ['a.html', 1023, false],
  ['a.png', 5000, false],
  ['a.html.gz', 5000, false],
  ['html', 5000, false],
])('of %s with %i characters there are compressed files: %s', (path, length, isCompressed) => {
  const ascii = 'a'.repeat(length);
  const folder = writeFiles(newFolder(), { [path]: ascii });
  compressFiles(folder);
  expect(filesUnder(folder)).toEqual(isCompressed ? [path, `${path}.br`, `${path}.gz`] : [path]);
  if (!isCompressed) return;
  expect(brotliDecompressSync(readFileSync(join(folder, `${path}.br`))).toString()).toBe(ascii);
  expect(gunzipSync(readFileSync(join(folder, `${path}.gz`))).toString()).toBe(ascii);
});

test('what gets no smaller is left alone', () => {
  const folder = writeFiles(newFolder(), { 'a.txt': randomBytes(3000), 'b.txt': words });
  compressFiles(folder);
  expect(filesUnder(folder)).toEqual(['a.txt', 'b.txt', 'b.txt.br', 'b.txt.gz']);
});

test('styles and scripts are compressed as well as it can be done, pages nearly so', () => {
  const folder = writeFiles(newFolder(), {
    'a.css': words,
    'a.js': words,
    'a.html': words,
    'a.js.html': words,
  });
  compressFiles(folder);
  const brotli = (quality: number) =>
    brotliCompressSync(words, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  expect(brotli(11)).not.toEqual(brotli(9));
  expect(readFileSync(join(folder, 'a.css.br'))).toEqual(brotli(11));
  expect(readFileSync(join(folder, 'a.js.br'))).toEqual(brotli(11));
  expect(readFileSync(join(folder, 'a.html.br'))).toEqual(brotli(9));
  expect(readFileSync(join(folder, 'a.js.html.br'))).toEqual(brotli(9));
  expect(gzipSync(words, { level: 9 })).toEqual(readFileSync(join(folder, 'a.html.gz')));
});
