/**
 * In: the project and a platform.
 * Out: a folder that holds the desk with Node and all packages: it runs where neither Node nor npm is installed, and no network is.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { installFor } from './install-for.ts';
import type { Platform } from './platforms.ts';
import { PortableError } from './portable-error.ts';

/** What the program needs of the project; and of the example only what replaces nothing of the office. */
const PARTS = [
  'src',
  'scripts',
  'public',
  'content/guide',
  'content/site.json',
  'content/site.schema.json',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.npmrc',
  'LICENSE',
];

/**
 * Writes the folder, or nothing. Throws a PortableError if there is something at its place already, which may hold what an office
 * has published, or if a package for the platform is missing.
 *
 * @param id The platform's name, such as `win32-x64`.
 */
export function writePortable(root: string, folder: string, id: string, platform: Platform): void {
  if (existsSync(folder)) throw new PortableError(`${folder} 已经有了；请先移走，或者用 --to 另写一个地方`);
  const unfinished = `${folder}.${process.pid}`;
  const program = join(unfinished, 'program');
  try {
    mkdirSync(program, { recursive: true });
    // Packages are installed for the machine that writes the folder.
    const filter = (path: string) => !relative(root, path).includes('node_modules');
    for (const part of PARTS) cpSync(join(root, part), join(program, part), { recursive: true, filter });
    installFor(program, id, platform);
    const { node, launcher } = platform;
    renameSync(join(program, 'node_modules', node, 'bin'), join(program, 'bin'));
    for (const part of ['site.json', 'site.schema.json'])
      cpSync(join(root, 'content', part), join(unfinished, 'content', part));
    writeText(join(unfinished, launcher.to), readPart(launcher.from), platform);
    chmodSync(join(unfinished, launcher.to), 0o755);
    writeText(join(unfinished, '读我.txt'), readMe(platform), platform);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function readMe({ launcher, system }: Platform): string {
  return readPart('read-me.txt').replaceAll('LAUNCHER', launcher.to).replace('SYSTEM', system);
}

function readPart(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll('\r\n', '\n');
}

function writeText(path: string, text: string, { newline }: Platform): void {
  writeFileSync(path, text.replaceAll('\n', newline));
}
