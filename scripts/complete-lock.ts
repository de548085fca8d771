/**
 * Adds to package-lock.json the optional packages for other platforms that npm left out.
 *
 * npm writes no entry for an optional dependency that the registry does not hold, and then `npm ci` rejects the lock
 * ("Missing: … from lock file"). An entry with a version and `optional` satisfies it, and `npm install` keeps it. One that npm
 * does install from such an entry gets the hash that the registry gives for it, so that nothing is installed unchecked.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  integrity?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}
interface Lock {
  packages: Record<string, LockedPackage>;
}

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;
const added = addMissing(lock);
const hashed = addHashes(lock);
if (added.length + hashed.length > 0) {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added.length} optional packages added, ${hashed.length} given their hash`);

/** Adds the missing entries in place and names them. */
function addMissing({ packages }: Lock): string[] {
  const added: string[] = [];
  for (const [parent, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const wanted = version.replace(/^[~^]/, '');
      const hoisted = `node_modules/${name}`;
      const nested = `${parent}/${hoisted}`;
      const found = [nested, besideOf(parent, hoisted), hoisted].map((place) => packages[place]);
      if (found.some((entry) => entry?.version === wanted)) continue;
      // A hoisted entry of another version is there for somebody else.
      packages[packages[hoisted] ? nested : hoisted] = { version: wanted, optional: true };
      added.push(name);
    }
  }
  return added;
}

/** Gives the hash to entries that are installed without one, and names their places. */
function addHashes({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.integrity !== undefined) return [];
    if (installedVersion(place) !== entry.version) return [];
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const asked = ['view', `${name}@${entry.version ?? ''}`, 'dist.integrity'];
    entry.integrity = execFileSync('npm', asked, { encoding: 'utf8' }).trim();
    return [place];
  });
}

/** Undefined: nothing is installed there. */
function installedVersion(place: string): string | undefined {
  const path = new URL(`../${place}/package.json`, import.meta.url);
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
    : undefined;
}

/** The place beside a nested package: `node_modules/a/node_modules/b` and `node_modules/c` → `node_modules/a/node_modules/c`. */
function besideOf(parent: string, hoisted: string): string {
  const end = parent.lastIndexOf('/node_modules/');
  return end < 0 ? hoisted : `${parent.slice(0, end)}/${hoisted}`;
}
