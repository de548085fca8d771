import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ADVICE } from '../cache/system-advice.ts';
import { finishReplacements, replaceFiles } from '../cache/replace-file.ts';
import { findCopies } from '../content/find-imported.ts';
import { ImportError } from './import-error.ts';

/** A copy of an original. */
interface Copy {
  /** Its name, next to the source. */
  file: string;
  bytes: Uint8Array;
}

/**
 * Writes a source and the copies of its originals: all of them, or none. Copies that the replaced source names and that are
 * not replaced are removed; other files stay.
 * Throws an {@link ImportError} where a file can't be written, or is there already and `force` is not set.
 */
export function saveSource(
  { path, text }: { path: string; text: string },
  copies: readonly Copy[],
  { force }: { force: boolean },
): void {
  const folder = dirname(path);
  const files = copies.map(({ file, bytes }) => ({ path: join(folder, file), data: bytes }));
  tryToWrite(folder, () => {
    finishReplacements(folder);
  });
  const existing = [path, ...files.map((file) => file.path)].find((file) => existsSync(file));
  if (existing !== undefined && !force)
    throw new ImportError(
      `${relative('', existing)} 已经有了，没有改动；要替换请加 --force，或用 --as 另起名称`,
    );
  const earlier = existsSync(path) ? findCopies(readFileSync(path, 'utf8')) : [];
  let made: string | undefined;
  try {
    tryToWrite(folder, () => {
      made = mkdirSync(folder, { recursive: true });
      // The source last: the site takes no notice of copies without one.
      replaceFiles([...files, { path, data: text }]);
    });
  } catch (error) {
    if (made !== undefined && readdirSync(folder).length === 0) rmdirSync(folder);
    throw error;
  }
  const written = new Set(files.map((file) => file.path));
  for (const file of earlier.map((name) => join(folder, name)))
    if (!written.has(file)) rmSync(file, { force: true });
}

function tryToWrite(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new ImportError(`写不进 ${relative('', folder)}：${ADVICE[code] ?? message}`);
  }
}
