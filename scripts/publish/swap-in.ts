import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where this process makes a new site: beside the published one, whose place it takes. */
export function freshFolder(out: string): string {
  return `${out}.next-${process.pid}`;
}

/** Makes that folder, so that a build which may not write here ends before it begins. */
export function makeFresh(out: string): void {
  const fresh = freshFolder(out);
  // In a container every build may have the same number.
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(fresh), { recursive: true });
  mkdirSync(fresh);
}

/**
 * Puts a finished site in the place of the published one, so that whoever asks meets the old site or the new one, whole,
 * even if this process is killed in the middle.
 *
 * @param fresh Folder of the new site, on the disk of the old one; it is gone afterwards.
 * @param out Folder that is published.
 */
export function swapIn(fresh: string, out: string): void {
  const old = `${out}.old-${process.pid}`;
  if (existsSync(out) && exchange(fresh, out)) {
    rmSync(fresh, { recursive: true, force: true });
    return;
  }
  // Where the system has no exchange there is a moment between two renames; `removeLeftovers` repairs what a kill leaves then.
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

/** Removes what builds left beside the site that were killed, and puts a site back that one of them had moved away. */
export function removeLeftovers(out: string): void {
  const parent = dirname(out);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).sort()) {
    const [, kind, pid] = /^\.(next|old)-(\d+)$/.exec(name.slice(basename(out).length)) ?? [];
    if (kind === undefined || !name.startsWith(basename(out)) || isRunning(Number(pid))) continue;
    if (kind === 'old' && !existsSync(out)) renameSync(join(parent, name), out);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Numbers of Linux's renameat2 by `process.arch`. */
const RENAMEAT2: Record<string, number> = { x64: 316, arm64: 276 };
/** Its arguments: paths from the working directory, and the two are exchanged. */
const EXCHANGE = 'my ($a, $b) = @ARGV; exit(syscall($ENV{NUMBER} + 0, -100, $a, -100, $b, 2) == 0 ? 0 : 1)';

/**
 * Exchanges two folders in one step. Node can not, so Perl asks the kernel, which every Debian has. False: this system can
 * not, and nothing has changed.
 */
function exchange(a: string, b: string): boolean {
  const number = process.platform === 'linux' ? RENAMEAT2[process.arch] : undefined;
  if (number === undefined) return false;
  const env = { ...process.env, NUMBER: String(number) };
  return spawnSync('perl', ['-e', EXCHANGE, a, b], { env, stdio: 'ignore' }).status === 0;
}
