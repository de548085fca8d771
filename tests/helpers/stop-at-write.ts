/**
 * Loaded with `--import` into a command: ends it at its write number STOP_AT in the folder STOP_IN, either by a kill
 * (STOP_HOW=kill) or with the error of a full disk (STOP_HOW=full). Of what it writes then, only the first half is written.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';

const { STOP_AT = '1', STOP_IN = '', STOP_HOW = 'kill' } = process.env;
const folder = resolve(STOP_IN) + sep;
/** Open files of the folder. */
const open = new Set<number>();
let count = 0;

const { openSync, writeFileSync, writeSync, closeSync } = fs;
type AnyFunction = (...values: unknown[]) => unknown;
const functions = fs as unknown as Record<string, AnyFunction>;

fs.openSync = (path, flags, mode) => {
  if (/[wa+]/.test(String(flags))) stopHere(path);
  const file = openSync(path, flags, mode);
  if (isInside(path)) open.add(file);
  return file;
};
fs.closeSync = (file) => {
  open.delete(file);
  closeSync(file);
};
fs.writeFileSync = (file, data, options) => {
  const half =
    typeof data === 'string'
      ? data.slice(0, data.length / 2)
      : (data as Uint8Array).subarray(0, data.byteLength / 2);
  stopHere(file, () => {
    if (typeof file === 'number') writeSync(file, half as string);
    else writeFileSync(file, half, options);
  });
  writeFileSync(file, data, options);
};
// A full disk stops what makes names and bytes, and what syncs; it can always remove them.
for (const name of ['fsyncSync', 'renameSync', 'linkSync', 'copyFileSync', 'mkdirSync']) before(name);
if (STOP_HOW === 'kill') for (const name of ['rmSync', 'unlinkSync', 'rmdirSync']) before(name);
syncBuiltinESMExports();

function before(name: string): void {
  const original = functions[name] as AnyFunction;
  functions[name] = (...values) => {
    stopHere(values[0]);
    return original(...values);
  };
}

/** @param writeHalf What is still written, if the command ends here. */
function stopHere(target: unknown, writeHalf: () => void = () => undefined): void {
  if (!isInside(target)) return;
  count += 1;
  if (count !== Number(STOP_AT)) return;
  writeHalf();
  if (STOP_HOW === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    path: String(target),
  });
}

function isInside(target: unknown): boolean {
  return typeof target === 'number' ? open.has(target) : resolve(String(target)).startsWith(folder);
}
