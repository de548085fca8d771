import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../cache/files-under.ts';
import { checkOutput, freshFolder, makeFresh, removeLeftovers, swapIn } from '../build/publish/swap-in.ts';

/**
 * Copies a site next to the one that is published, compares every file, and puts it in its place: nobody meets half of it.
 * Throws an OutputError where the folder holds other files, and the system's errors; what is published is then unchanged.
 *
 * @param target Absolute.
 * @param kept Folders that must survive: the project, its content, the site itself.
 * @returns How many files were compared.
 */
export function copySite(site: string, target: string, kept: readonly string[]): number {
  const place = checkOutput(target, kept);
  removeLeftovers(place);
  makeFresh(place);
  const fresh = freshFolder(place);
  try {
    cpSync(site, fresh, { recursive: true });
    const files = filesUnder(site);
    for (const file of files)
      if (!readFileSync(join(fresh, file)).equals(readFileSync(join(site, file))))
        throw new Error(`${join(fresh, file)} is not what was copied`);
    swapIn(fresh, place);
    return files.length;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}
