/**
 * In: a copy of the project's files, and a platform.
 * Out: its packages for that platform, without what no program reads.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../src/cache/files-under.ts';
import { foreignFiles, missingPackages } from './judge-packages.ts';
import type { Platform } from './platforms.ts';
import { PortableError } from './portable-error.ts';

/** Source maps, for debuggers. Declarations of types are not among what is left out: Astro's integration of MDX reads one. */
const NEVER_READ = /\.(?:[cm]?js|[cm]?ts|min)\.map$/;

/** Throws a PortableError where a package for the platform is not to be had. */
export function installFor(program: string, id: string, platform: Platform): void {
  const { os, cpu } = platform;
  const libc = os === 'linux' ? ['--libc=glibc'] : [];
  const args = ['ci', '--omit=dev', '--ignore-scripts', `--os=${os}`, `--cpu=${cpu}`, ...libc];
  const { status, stderr, error } = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: program,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    // On Windows, npm is a shell script.
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new PortableError(`npm ${args.join(' ')} 没有成功：\n${error?.message ?? stderr.trim()}`);
  const missing = missingPackages(program, platform);
  if (missing.length > 0)
    throw new PortableError(`npm 的软件源里没有 ${id} 要用的软件包，没有它们不能运行：${missing.join('、')}`);
  const packages = join(program, 'node_modules');
  // npm before version 10 installs what the machine that it runs on needs.
  const foreign = foreignFiles(packages, id);
  if (foreign.length > 0)
    throw new PortableError(`npm 装了别的系统的程序，请换用 npm 10 或更新的版本：${foreign.join('、')}`);
  execFileSync(process.execPath, [join(program, 'scripts/after-install.js')]);
  // Links to programs of packages, for shells.
  rmSync(join(packages, '.bin'), { recursive: true, force: true });
  for (const file of filesUnder(packages)) if (NEVER_READ.test(file)) rmSync(join(packages, file));
}
