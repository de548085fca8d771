import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

/** New bytes of a file. */
interface Replacement {
  path: string;
  data: string | Uint8Array;
}

/**
 * Writes a file so that a reader, a kill or a full disk sees the old bytes or the new ones, whole: next to it, to the disk,
 * then renamed. Throws the system's error; the old file is then as it was, and nothing is left next to it. A symbolic link
 * stays, and the file that it points to is replaced.
 */
export function replaceFile(path: string, data: string | Uint8Array): void {
  replaceFiles([{ path, data }]);
}

/** Replaces files in their order, once all of them are on the disk. Where one can't be replaced, no new file is left. */
export function replaceFiles(files: readonly Replacement[]): void {
  const staged = files.map(({ path, data }) => {
    const isNew = !existsSync(path);
    const target = isNew ? path : realpathSync(path);
    return { data, isNew, target, partial: `${target}.${process.pid}.partial` };
  });
  let renamed = 0;
  try {
    for (const { partial, data } of staged) writeToDisk(partial, data);
    for (const { partial, target } of staged) {
      renameSync(partial, target);
      renamed += 1;
    }
  } catch (error) {
    for (const { partial } of staged) rmSync(partial, { force: true });
    for (const { target, isNew } of staged.slice(0, renamed)) if (isNew) rmSync(target);
    throw error;
  }
}

function writeToDisk(path: string, data: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
