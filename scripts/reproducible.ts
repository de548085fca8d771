/**
 * `npm run test:reproducible`: builds the site, and that of an invented city with targets and results, four times each, and compares
 * what it gets byte by byte.
 *
 * Two copies of the project are built at once, in different folders, time zones and locales, with different file times. Each copy
 * is built without a cache and again with the cache of the first build. Prints the number of differing files; exits with 1 unless
 * it is 0.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeFiles } from '../tests/helpers/write-files.ts';
import { writeCity } from './bench/city.ts';
import { fileDigests } from './file-digests.ts';
import { parseOptions } from './parse-options.ts';

parseOptions();
const root = join(import.meta.dirname, '..');
const COPIES = [
  { name: 'a', env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }, age: 0 },
  {
    name: 'b/deeper and with spaces',
    env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    age: 86_400 * 400,
  },
];

interface Build {
  name: string;
  /** By path. */
  digests: Map<string, string>;
}

const folder = mkdtempSync(join(tmpdir(), 'jixiao-reproducible-'));
try {
  const start = performance.now();
  const builds = (await Promise.all(COPIES.map(buildTwice))).flat();
  const paths = new Set(builds.flatMap(({ digests }) => [...digests.keys()]));
  const differing = [...paths].sort().flatMap((path) => {
    const equal = [...Map.groupBy(builds, ({ digests }) => digests.get(path)).values()];
    const names = equal.map((group) => group.map(({ name }) => name).join(' = '));
    return names.length > 1 ? `${path} (${names.join(' | ')})` : [];
  });
  for (const path of differing) console.log(`differs: ${path}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${builds.length} builds, two paths × two time zones and locales × cold and warm cache, in ${seconds} s\n` +
      `${paths.size} files compared\ndiffering files: ${differing.length}`,
  );
  if (differing.length > 0 || paths.size === 0) process.exitCode = 1;
} finally {
  // Where one build has failed, the other may still be writing.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Copies the project and builds it without a cache, and with the cache of that build. */
async function buildTwice({ name, env, age }: (typeof COPIES)[number]): Promise<Build[]> {
  const copy = join(folder, name);
  copyProject(copy, age);
  writeFiles(join(copy, 'city'), writeCity());
  return [
    { name: `${name}, cold`, digests: await buildBoth(copy, env) },
    { name: `${name}, warm`, digests: await buildBoth(copy, env) },
  ];
}

/** Copies tracked and untracked files that git doesn't ignore, and links the history and the packages. @param age Of the files, in seconds. */
function copyProject(to: string, age: number): void {
  const time = Date.now() / 1000 - age;
  for (const path of git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')) {
    // Deleted files are listed until they are committed.
    if (path === '' || !existsSync(join(root, path))) continue;
    cpSync(join(root, path), join(to, path));
    utimesSync(join(to, path), time, time);
  }
  writeFileSync(join(to, '.git'), `gitdir: ${git('rev-parse', '--absolute-git-dir').trim()}\n`);
  // One link per package, so that caches in node_modules are not shared.
  mkdirSync(join(to, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.astro' && name !== '.vite')
      symlinkSync(join(root, 'node_modules', name), join(to, 'node_modules', name));
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}

/** The digests of the sites of both contents. */
async function buildBoth(copy: string, env: Record<string, string>): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const content of ['content', 'city'])
    for (const [path, digest] of await build(copy, content, env)) digests.set(`${content}/${path}`, digest);
  return digests;
}

/** The digests of the built site. Throws with the output of a failed build. */
async function build(
  copy: string,
  content: string,
  env: Record<string, string>,
): Promise<Map<string, string>> {
  const dist = join(copy, `dist-${content}`);
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    cwd: copy,
    env: { ...process.env, ...env, JIXIAO_OUT: dist, JIXIAO_CONTENT: join(copy, content) },
  });
  return fileDigests(dist);
}
