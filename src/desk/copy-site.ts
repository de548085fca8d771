import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder } from '../cache/files-under.ts';
import { checkOutput, freshFolder, makeFresh, removeLeftovers, swapIn } from '../build/publish/swap-in.ts';

/**
 * Copies a site next to the one that is published, compares every file, and puts it in its place: nobody meets half of it.
 * Throws an OutputError where the folder holds other files, and the system's errors; what is published is then unchanged.
 *
 * @param target Absolute.
 * @param kept Folders that must survive: the project, its content, the site itself.
 * @param onFile Called first with the number of files, then with null for each.
 * @returns How many files were compared.
 */
export function copySite(
  site: string,
  target: string,
  kept: readonly string[],
  onFile: (total: number | null) => void = () => undefined,
): number {
  const place = checkOutput(target, kept);
  removeLeftovers(place);
  makeFresh(place);
  const fresh = freshFolder(place);
  try {
    const files = filesUnder(site);
    onFile(files.length);
    for (const file of files) {
      mkdirSync(dirname(join(fresh, file)), { recursive: true });
      copyFileSync(join(site, file), join(fresh, file));
      if (!readFileSync(join(fresh, file)).equals(readFileSync(join(site, file))))
        throw new Error(`${join(fresh, file)} is not what was copied`);
      onFile(null);
    }
    swapIn(fresh, place);
    return files.length;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Moves a site to where it is published, as {@link copySite}; to another disk it is copied. */
export function placeSite(site: string, out: string, kept: readonly string[]): void {
  const place = checkOutput(out, kept);
  removeLeftovers(place);
  makeFresh(place);
  const fresh = freshFolder(place);
  rmSync(fresh, { recursive: true });
  try {
    renameSync(site, fresh);
  } catch {
    copySite(site, out, kept);
    rmSync(site, { recursive: true, force: true });
    return;
  }
  try {
    swapIn(fresh, place);
  } catch (error) {
    renameSync(fresh, site);
    throw error;
  }
}

/** A network folder that does not answer. The message is for staff. */
class UnreachableError extends Error {
  override name = 'OutputError';
  readonly code = 'ENODEV';
}

/**
 * A network folder that is not connected looks like one that is not there, or is empty: copying to it would put the site where
 * nobody sees it. Throws where that is so.
 */
export function refuseMissing(target: string, isKnown: boolean): void {
  if (!isKnown) {
    if (!existsSync(dirname(target)))
      throw new UnreachableError(
        `没有 ${dirname(target)} 这个文件夹；请看看写对了没有，网络文件夹连上了没有`,
      );
    return;
  }
  const isThere = existsSync(target) && statSync(target).isDirectory() && readdirSync(target).length > 0;
  if (!isThere) throw new UnreachableError(`${target} 里没有以前放过去的网站`);
}

/** What systems say of a network folder that is gone. */
const GONE =
  /^(?:ENODEV|ENOENT|ENXIO|ENOTCONN|ESTALE|EHOSTDOWN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ETIMEDOUT|ECONNRESET|ECONNREFUSED|UNKNOWN)$/;

export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && GONE.test(String(error.code));
}
