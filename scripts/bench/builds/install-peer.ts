import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs packages into a folder of their own, so that they are no dependencies of the project; where they are there, nothing is
 * done. Null where that fails, which is told in one line.
 *
 * @param packages Names with versions: `astro@7.3.5`.
 */
export function installPeer(folder: string, packages: readonly string[]): string | null {
  if (packages.every((wanted) => isInstalled(folder, wanted))) return folder;
  console.error(`Installing ${packages.join(', ')} for the benchmark alone …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = ['--save-exact', '--no-audit', '--no-fund', '--loglevel', 'error'];
  try {
    execFileSync('npm', ['install', '--prefix', folder, ...options, ...packages], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    return folder;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const reason = said.split('\n').find((line) => line.trim() !== '') ?? 'npm said nothing';
    console.error(`${packages.join(', ')} could not be installed, measured without it: ${reason}`);
    return null;
  }
}

function isInstalled(folder: string, wanted: string): boolean {
  const at = wanted.lastIndexOf('@');
  const file = join(folder, 'node_modules', wanted.slice(0, at), 'package.json');
  if (!existsSync(file)) return false;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
  return version === wanted.slice(at + 1);
}
