/**
 * `npm run test:reproducible`: builds the site four times and compares the four, byte for byte.
 *
 * The builds are of two copies of the project in two folders, in two time zones and two locales, with files of two ages; each
 * copy is built with no cache and again with the cache that this left. Prints the number of differing files; exit 1 unless it
 * is 0.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const places = [
  { name: 'a', env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }, age: 0 },
  {
    name: 'b/deeper and with spaces',
    env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    age: 86_400 * 400,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'jixiao-reproducible-'));
try {
  const start = performance.now();
  const builds = places.flatMap(({ name, env, age }) => {
    const copy = join(folder, name);
    copyProject(copy, age);
    return ['cold', 'warm'].map((cache) => ({ name: `${name}, ${cache}`, files: build(copy, env) }));
  });
  const paths = [...new Set(builds.flatMap(({ files }) => [...files.keys()]))].sort();
  const differing = paths.filter((path) => new Set(builds.map(({ files }) => files.get(path))).size > 1);
  for (const path of differing) {
    const groups = Map.groupBy(builds, ({ files }) => files.get(path));
    console.log(
      `differs: ${path} (${[...groups.values()].map((like) => like.map(({ name }) => name).join(' = ')).join(' | ')})`,
    );
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${builds.length} builds, two paths × two time zones and locales × cold and warm cache, in ${seconds} s\n` +
      `${paths.length} files compared\ndiffering files: ${differing.length}`,
  );
  if (differing.length > 0 || paths.length === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The files that Git knows or would know, the history, and the packages. @param age Seconds by which the files are older than now. */
function copyProject(to: string, age: number): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const time = Date.now() / 1000 - age;
  for (const path of listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(root, path), join(to, path));
    utimesSync(join(to, path), time, time);
  }
  const git = execFileSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: root, encoding: 'utf8' });
  writeFileSync(join(to, '.git'), `gitdir: ${git.trim()}\n`);
  copyPackages(to);
}

/** A link to each package, in a folder that belongs to the copy, so that no cache is shared. */
function copyPackages(to: string): void {
  const packages = join(root, 'node_modules');
  mkdirSync(join(to, 'node_modules'));
  for (const name of readdirSync(packages))
    if (name !== '.astro' && name !== '.vite')
      symlinkSync(join(packages, name), join(to, 'node_modules', name));
}

/** SHA-256 of each file of the built site, by its path. */
function build(copy: string, env: Record<string, string>): Map<string, string> {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: copy,
    env: { ...process.env, ...env, JIXIAO_OUT: join(copy, 'dist'), JIXIAO_CONTENT: join(copy, 'content') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build in ${copy} failed:\n${stderr}`);
  const dist = join(copy, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dist.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
