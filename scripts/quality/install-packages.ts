/**
 * Installs the packages of `scripts/quality`, which `npm ci` leaves out, unless they are there in the versions of its package.json.
 * npm adds them to the others, as the lock says. Returns whether they are there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  version?: string;
  devDependencies?: Record<string, string>;
}

const ROOT = join(import.meta.dirname, '../..');
const ARGS = 'install --workspaces --include-workspace-root --no-save --loglevel=error'.split(' ');

export function installPackages(): boolean {
  const { devDependencies = {} } = readManifest(import.meta.dirname);
  const missing = Object.entries(devDependencies).filter(([name, version]) => {
    const folder = join(ROOT, 'node_modules', name);
    return !existsSync(join(folder, 'package.json')) || readManifest(folder).version !== version;
  });
  if (missing.length === 0) return true;
  console.log(`Installing the packages of scripts/quality; not here yet: ${missing.length}`);
  // On Windows, npm is a shell script.
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ARGS, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: isWindows,
  });
  if (status !== 0) console.error(`Installing failed. The command: npm ${ARGS.join(' ')}`);
  return status === 0;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
