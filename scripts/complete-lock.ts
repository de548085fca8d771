/**
 * Adds optional packages for other platforms to package-lock.json if npm omitted them.
 *
 * npm writes no entry for an optional dependency that is missing in the registry, and then `npm ci` rejects the lock ("Missing: …
 * from lock file"). An entry with a version and `optional` is enough for `npm ci`, and `npm install` keeps it. Of what the registry
 * has by now, the entry gets the hash, so that nothing is installed without a check, and the platforms, so that it is installed on
 * these only.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  /** Of a package that is installed under another name, or by `overrides` instead of another. */
  name?: string;
  version?: string;
  integrity?: string;
  license?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}
type Packages = Record<string, LockedPackage>;

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Packages };
const added = addMissing(lock.packages);
const described = describeOmitted(lock.packages);
if (added + described > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added} optional packages added, ${described} described`);

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
      const isThere = (place: string) =>
        packages[place]?.name !== undefined || fits(packages[place]?.version, range);
      if ([nested, sibling, hoisted].some(isThere)) continue;
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

/** Adds what the registry says of packages that npm omitted: platforms, licence and hash. Returns the number of them. */
function describeOmitted(packages: Packages): number {
  let count = 0;
  for (const [place, entry] of Object.entries(packages)) {
    // npm writes the licence of each package that it found.
    if (!entry.optional || entry.license !== undefined) continue;
    const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const found = askRegistry(`${name}@${entry.version ?? ''}`);
    if (found === null) continue;
    packages[place] = inOrder({ ...found, ...entry });
    count += 1;
  }
  return count;
}

/** Fields in npm's order, so that npm leaves them where they are. */
function inOrder(entry: LockedPackage): LockedPackage {
  const first = ['integrity', 'version', 'name'];
  const sorted = Object.entries(entry).sort(
    ([a], [b]) => first.indexOf(b) - first.indexOf(a) || a.localeCompare(b, 'en'),
  );
  return Object.fromEntries(sorted);
}

/** Returns null if the registry lacks the package. */
function askRegistry(name: string): LockedPackage | null {
  const fields = ['os', 'cpu', 'libc', 'license', 'dist.integrity'];
  const { status, stdout, stderr } = spawnSync('npm', ['view', name, ...fields, '--json'], {
    encoding: 'utf8',
  });
  if (status !== 0 && stderr.includes('E404')) return null;
  if (status !== 0) throw new Error(stderr);
  const { 'dist.integrity': integrity = '', ...described } = JSON.parse(stdout) as Record<string, string>;
  return { integrity, ...described };
}
