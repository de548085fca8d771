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

/**
 * Writes a file so that a reader, a kill or a full disk sees the old bytes or the new ones, whole: next to it, to the disk,
 * then renamed. Throws the system's error; the old file is then as it was, and nothing is left next to it. A symbolic link
 * stays, and the file that it points to is replaced.
 */
export function replaceFile(path: string, data: string | Uint8Array): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const partial = `${target}.${process.pid}.partial`;
  try {
    const file = openSync(partial, 'w');
    try {
      writeFileSync(file, data);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
