/**
 * `npm run supply-chain [-- --json]`: checks every package of the lock: its licence is accepted, its content has a hash, and an install script
 * is listed in `allowScripts` of package.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeLicence } from './supply-chain/judge-licence.ts';
import { parseOptions } from './parse-options.ts';

interface LockedPackage {
  license?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const { values } = parseOptions({ options: { json: { type: 'boolean', default: false } } });
const root = new URL('..', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as unknown;
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };
const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };

const problems: string[] = [];
const licences = new Map<string, number>();
let count = 0;
for (const [path, entry] of Object.entries(packages)) {
  // Ours: the project and its workspace.
  if (!path.includes('node_modules/') || entry.link) continue;
  const isInstalled = existsSync(new URL(path, root));
  // A package for another platform that is missing in the registry.
  if (entry.integrity === undefined && entry.optional && !isInstalled) continue;
  count += 1;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = entry.license ?? installedLicence(path);
  licences.set(licence, (licences.get(licence) ?? 0) + 1);
  if (!judgeLicence(licence)) problems.push(`${name}: licence ${licence}`);
  if (entry.integrity === undefined) problems.push(`${name}: no hash in package-lock.json`);
  if (entry.hasInstallScript && allowScripts[name] === undefined)
    problems.push(`${name}: its install script is not listed in allowScripts`);
}
for (const name of Object.keys(allowScripts))
  if (packages[`node_modules/${name}`] === undefined)
    problems.push(`allowScripts lists ${name}, which is not installed`);

const byCount = [...licences].sort(([, a], [, b]) => b - a);
console.table(Object.fromEntries(byCount.map(([licence, each]) => [licence, { packages: each }])));
for (const problem of problems) console.error(problem);
const allowed = Object.values(allowScripts).filter(Boolean).length;
console.log(`${count} packages, ${allowed} with an allowed install script, ${problems.length} problems`);
if (values.json) console.log(JSON.stringify({ cases: count, failures: problems.length }));
if (problems.length > 0) process.exitCode = 1;

function installedLicence(path: string): string {
  const file = join(path, 'package.json');
  if (!existsSync(new URL(file, root))) return 'unknown';
  const { license, licenses } = read(file) as { license?: string; licenses?: { type: string }[] };
  // Packages from before 2015 may have a list.
  return license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown';
}
