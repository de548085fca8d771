/**
 * Adds optional packages for other platforms to package-lock.json if npm omitted them.
 *
 * npm writes no entry for an optional dependency that is missing in the registry, and then `npm ci` rejects the lock ("Missing: …
 * from lock file"). An entry with a version and `optional` is enough for `npm ci`, and `npm install` keeps it. If npm installs such
 * a package, its entry gets the registry's hash, so that nothing is installed without a check.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  /** Of a package that is installed under another name. */
  name?: string;
  version?: string;
  integrity?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}
type Packages = Record<string, LockedPackage>;

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Packages };
const added = addMissing(lock.packages);
const hashed = addHashes(lock.packages);
if (added + hashed > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added} optional packages and ${hashed} hashes added`);

/** Returns the number of added entries. */
function addMissing(packages: Packages): number {
  let count = 0;
  for (const [parent, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      // `npm:name@1.2.3` installs another package under the name.
      const version = range.replace(/^npm:.+@|^[~^]/, '');
      const hoisted = `node_modules/${name}`;
      const nested = parent === '' ? hoisted : `${parent}/${hoisted}`;
      const sibling = parent.slice(0, parent.lastIndexOf('node_modules/')) + hoisted;
      if ([nested, sibling, hoisted].some((place) => fits(packages[place]?.version, range))) continue;
      // A hoisted entry with another version belongs to another package.
      packages[packages[hoisted] ? nested : hoisted] = { version, optional: true };
      count += 1;
    }
  }
  return count;
}

/** Whether a version is the one of a range, or with `^` a later one of the same major version. */
function fits(version: string | undefined, range: string): boolean {
  const lowest = range.replace(/^npm:.+@|^[~^]/, '');
  if (version === undefined || version === lowest) return version === lowest;
  const [major] = lowest.split('.');
  const isLater = version.localeCompare(lowest, 'en', { numeric: true }) > 0;
  return range.startsWith('^') && major !== '0' && version.split('.')[0] === major && isLater;
}

/** Adds the hash of installed packages without one. Returns their number. */
function addHashes(packages: Packages): number {
  const installed = Object.entries(packages).filter(([place, { version, integrity }]) => {
    const file = new URL(`../${place}/package.json`, import.meta.url);
    if (!place.includes('node_modules/') || integrity !== undefined || !existsSync(file)) return false;
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version;
  });
  for (const [place, entry] of installed) {
    const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const args = ['view', `${name}@${entry.version ?? ''}`, 'dist.integrity'];
    entry.integrity = execFileSync('npm', args, { encoding: 'utf8' }).trim();
  }
  return installed.length;
}
