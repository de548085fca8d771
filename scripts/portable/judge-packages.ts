/**
 * In: the packages that npm installed for a platform.
 * Out: what a computer of that platform could not run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../src/cache/files-under.ts';
import { machineOf } from './machine-of.ts';
import type { Platform } from './platforms.ts';

/** Astro loads it when a page imports a picture, and no page does. */
const NEVER_LOADED = ['sharp'];

interface Lock {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
}

/**
 * The packages with parts for the platform that are not there: `name@version`.
 *
 * @param program The folder that holds `node_modules` and `package-lock.json`.
 */
export function missingPackages(program: string, { node, parts }: Platform): string[] {
  const { packages } = JSON.parse(readFileSync(join(program, 'package-lock.json'), 'utf8')) as Lock;
  const isThere = (place: string) => existsSync(join(program, place, 'package.json'));
  const isLoaded = (place: string) =>
    place !== '' && isThere(place) && !NEVER_LOADED.some((name) => place.endsWith(`node_modules/${name}`));
  const missing = Object.entries(packages)
    .filter(([place]) => isLoaded(place))
    .flatMap(([place, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies).filter(
        ([name]) => parts.test(name) && !placesOf(place, name).some(isThere),
      ),
    );
  const nodePlace = `node_modules/${node}`;
  if (!isThere(nodePlace)) missing.unshift([node, packages[nodePlace]?.version ?? '']);
  return missing.map(([name, version]) => `${name}@${version}`);
}

/** Where Node looks for a package that another loads. */
function placesOf(place: string, name: string): string[] {
  const parents = [...place.matchAll(/(?<=^|\/)node_modules\//g)].map(({ index }) => place.slice(0, index));
  return [place, ...parents].map((parent) => join(parent, 'node_modules', name));
}

/** Native programs and libraries of other platforms, as paths below a folder. */
export function foreignFiles(folder: string, platform: string): string[] {
  return filesUnder(folder).filter((file) => {
    const machine = machineOf(join(folder, file));
    return machine !== null && machine !== platform;
  });
}
