import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { filesUnder } from '../../src/cache/files-under.ts';

/** Where an archive says that its modes are those of Unix. */
const UNIX = 3;

/** Writes a folder as a ZIP archive, in which programs stay programs. Returns its bytes. */
export function writeArchive(folder: string, archive: string): number {
  const unfinished = `${archive}.${process.pid}`;
  const out = openSync(unfinished, 'w');
  let bytes = 0;
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      writeSync(out, chunk);
    });
    for (const file of filesUnder(folder)) {
      const path = join(folder, file);
      const { size, mode } = statSync(path);
      const name = `${basename(folder)}/${file}`;
      // Of an empty file, nothing is compressed.
      const entry = size === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      entry.os = UNIX;
      entry.attrs = mode << 16;
      zip.add(entry);
      entry.push(readFileSync(path), true);
    }
    zip.end();
    renameSync(unfinished, archive);
  } finally {
    closeSync(out);
    rmSync(unfinished, { force: true });
  }
  return bytes;
}
