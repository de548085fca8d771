/**
 * `npm run supply-chain`: what the lock says of every package: its licence is one of those below, its content has a hash, and
 * an install script is run only where `allowScripts` in package.json says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeLicence } from './supply-chain/judge-licence.ts';

interface LockedPackage {
  version?: string;
  license?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };
const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };

const found: string[] = [];
const licences = new Map<string, number>();
let count = 0;
for (const [place, entry] of Object.entries(packages)) {
  if (place === '' || entry.link) continue;
  // A package for another platform that the registry does not hold; nothing of it is ever installed here.
  if (entry.integrity === undefined && entry.optional && !existsSync(join(root, place))) continue;
  count += 1;
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = entry.license ?? installedLicence(place);
  licences.set(licence, (licences.get(licence) ?? 0) + 1);
  if (!judgeLicence(licence)) found.push(`${name}: licence ${licence}`);
  if (entry.integrity === undefined) found.push(`${name}: no hash in package-lock.json`);
  if (entry.hasInstallScript && allowScripts[name] === undefined)
    found.push(`${name}: an install script that allowScripts does not name`);
}
const used = Object.keys(allowScripts).filter((name) => packages[`node_modules/${name}`] === undefined);
found.push(...used.map((name) => `allowScripts names ${name}, which is not installed`));

console.table(
  Object.fromEntries(
    [...licences].sort(([, a], [, b]) => b - a).map(([name, packs]) => [name, { packages: packs }]),
  ),
);
for (const problem of found) console.error(problem);
console.log(
  `${count} packages, ${Object.values(allowScripts).filter(Boolean).length} with an install script that is run, ${found.length} problems`,
);
if (found.length > 0) process.exitCode = 1;

function installedLicence(place: string): string {
  const path = join(place, 'package.json');
  if (!existsSync(join(root, path))) return 'unknown';
  const { license, licenses } = read(path) as { license?: string; licenses?: { type: string }[] };
  // Before 2015 several were a list of their own.
  return license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown';
}
