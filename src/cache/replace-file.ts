import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isRunning } from './is-running.ts';

/** New bytes of a file. */
export interface Replacement {
  path: string;
  data: string | Uint8Array;
}

/** A file that is being replaced. */
interface Step extends Pick<Replacement, 'data'> {
  target: string;
  /** The new bytes, until they are renamed to the target. */
  partial: string;
  /** A second name of the old bytes; null where there were none. */
  old: string | null;
}

/** What a journal holds: paths relative to its folder. */
type Journal = readonly (readonly [partial: string, target: string])[];

/** Names of what a process makes next to a file that it replaces, with its number. */
const LEFTOVER = /\.(\d+)\.(?:partial|old)$/;
const JOURNAL = /^\.replacing\.(\d+)\.json$/;
/** A power cut then leaves no name of bytes that are not there. */
const TO_DISK = { flush: true };

/**
 * Writes a file so that a reader, a kill or a full disk sees the old bytes or the new ones, whole: next to it, to the disk,
 * then renamed. Throws the system's error, also where a folder has that name; the old file is then as it was, and nothing is left
 * next to it. A symbolic link stays, and the file that it points to is replaced.
 */
export function replaceFile(path: string, data: string | Uint8Array): void {
  const { target, partial } = toStep({ path, data });
  try {
    writeFileSync(partial, data, TO_DISK);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/**
 * Replaces files that belong together, all of them or none. A journal in the folder of the last one lists them while they are
 * renamed; after a kill, {@link finishReplacements} does the rest.
 */
export function replaceFiles(files: readonly Replacement[]): void {
  const steps = files.map(toStep);
  const last = steps.at(-1);
  if (!last) return;
  const folder = dirname(last.target);
  const journal = join(folder, `.replacing.${process.pid}.json`);
  let renamed = 0;
  try {
    for (const { partial, data } of steps) writeFileSync(partial, data, TO_DISK);
    for (const { target, old } of steps) if (old !== null) keepOld(target, old);
    const listed: Journal = steps.map(({ partial, target }) => [
      relative(folder, partial),
      relative(folder, target),
    ]);
    replaceFile(journal, JSON.stringify(listed));
    for (const { partial, target } of steps) {
      renameSync(partial, target);
      renamed += 1;
    }
  } catch (error) {
    rmSync(journal, { force: true });
    for (const { target, old } of steps.slice(0, renamed))
      if (old === null) rmSync(target);
      else renameSync(old, target);
    removeNames(steps, journal);
    throw error;
  }
  removeNames(steps, journal);
}

/**
 * Ends what killed processes began in a folder: where a journal lists files, all of them get their new bytes; what else they
 * left is removed.
 */
export function finishReplacements(folder: string): void {
  if (!existsSync(folder)) return;
  const ofTheDead = (name: string, pattern: RegExp) => {
    const pid = Number(pattern.exec(name)?.[1]);
    // In a container every process may have the same number.
    return !Number.isNaN(pid) && (pid === process.pid || !isRunning(pid));
  };
  const names = readdirSync(folder);
  for (const name of names.filter((each) => ofTheDead(each, JOURNAL))) {
    const listed = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Journal;
    for (const [partial, target] of listed)
      if (existsSync(join(folder, partial))) renameSync(join(folder, partial), join(folder, target));
    rmSync(join(folder, name));
  }
  for (const name of names.filter((each) => ofTheDead(each, LEFTOVER)))
    rmSync(join(folder, name), { force: true });
}

function toStep({ path, data }: Replacement): Step {
  const isThere = existsSync(path);
  const target = isThere ? realpathSync(path) : path;
  return {
    ...{ data, target, partial: `${target}.${process.pid}.partial` },
    old: isThere ? `${target}.${process.pid}.old` : null,
  };
}

/** A second name of a file, or a copy where the disk knows no second names. */
function keepOld(target: string, old: string): void {
  try {
    linkSync(target, old);
  } catch {
    copyFileSync(target, old);
  }
}

function removeNames(steps: readonly Step[], journal: string): void {
  rmSync(journal, { force: true });
  for (const { partial, old } of steps)
    for (const name of [partial, old]) if (name !== null) rmSync(name, { force: true });
}
