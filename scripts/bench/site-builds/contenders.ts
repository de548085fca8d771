/** The programs whose runs are compared, ours and others. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder } from '../../../src/cache/files-under.ts';
import { buildCacheFolder, buildName, bundlesFolder } from '../../../src/content/build-cache-folder.ts';
import { measureProcess, type Cost } from '../measure-process.ts';
import type { Timings } from './measured.ts';

export interface Contender {
  name: ContenderName;
  run: (workspace: Workspace) => Promise<Cost>;
}

/** A row of the tables. */
export type ContenderName = (typeof ROWS)[number];

/** The folders of one size. */
export interface Workspace {
  /** Number of projects. */
  size: number;
  folder: string;
  /** Generated content. */
  content: string;
  /** The same projects as Markdown pages, for generators that can't read the tables. */
  markdown: string;
  /** Our built site; Pagefind's CLI and the reader's figures use it. */
  out: string;
  /** Everything else that a run writes; removed after each run. */
  runs: string;
  /** One entry per clean build of ours. */
  timings: Timings[];
}

export const OURS = 'Jixiao, clean build';
const CHANGED = 'Jixiao, one file changed';
/** Pages of bodies and projects: what a shard builds. */
export const BODY_PAGES = 'Jixiao, pages only';
export const INDEX = 'Jixiao, search index only';
export const PAGEFIND = "Pagefind's CLI over our pages";
export const HUGO = 'Hugo';
const ELEVENTY = 'Eleventy';
const STARLIGHT = 'Starlight';
export const FLOOR = 'template strings in Node';
/** The order of the tables and of the runs: contenders that are compared with each other are neighbours. */
export const ROWS = [OURS, CHANGED, BODY_PAGES, INDEX, PAGEFIND, HUGO, ELEVENTY, STARLIGHT, FLOOR] as const;

const root = join(import.meta.dirname, '../../..');
const templates = join(root, 'scripts/bench/peers');

const OUR_CONTENDERS: readonly Contender[] = [
  { name: OURS, run: buildClean },
  { name: CHANGED, run: buildChanged },
  // A shard with all bodies: no index, no check.
  { name: BODY_PAGES, run: ({ content, runs }) => build(content, runs, ['--shard', '1/1']) },
  // The index is not cached.
  {
    name: INDEX,
    run: ({ content, runs }) =>
      measureProcess([process.execPath, join(root, 'scripts/bench/site-builds/index-alone.ts'), runs], {
        env: { JIXIAO_CONTENT: content },
      }),
  },
];

/** Null: it can't run here, and the reason was printed. @param base The parent folder of the workspaces. */
const PEERS: Record<string, (base: string) => Contender | null> = {
  hugo: findHugo,
  eleventy: (base) => {
    const command = ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'];
    return installPeer(base, 'eleventy', { name: ELEVENTY, pages: 'content', command });
  },
  starlight: (base) => {
    const command = ['node_modules/astro/bin/astro.mjs', 'build', '--silent'];
    return installPeer(base, 'starlight', { name: STARLIGHT, pages: 'src/content/docs', command });
  },
  floor: () => ({
    name: FLOOR,
    run: ({ content, runs }) =>
      measureProcess([process.execPath, join(templates, 'floor.ts'), content, runs]),
  }),
  pagefind: () => ({
    name: PAGEFIND,
    run: ({ out, runs }) =>
      measureProcess(['node_modules/.bin/pagefind', '--site', out, '--output-path', runs, '--quiet'], {
        cwd: root,
      }),
  }),
};

/**
 * Our builds and the named peers that can run here, in the order of `ROWS`. Throws for an unknown name.
 *
 * @param base The parent folder of the workspaces.
 */
export function findContenders(peers: readonly string[], base: string): Contender[] {
  const found = peers.map((name) => {
    const find = PEERS[name];
    if (!find) throw new Error(`--peers ${name}: expected some of ${Object.keys(PEERS).join(', ')}`);
    return find(base);
  });
  return [...OUR_CONTENDERS, ...found.filter((peer) => peer !== null)].sort(
    (a, b) => ROWS.indexOf(a.name) - ROWS.indexOf(b.name),
  );
}

/** Removes our caches of a content folder and its shards, the bundles of all folders, and Astro's cache. */
export function removeCaches(content: string): void {
  const folders = [dirname(buildCacheFolder(root, content, null)), join(root, 'node_modules/.astro')];
  for (const path of folders.flatMap((folder) => globSync(join(folder, `${buildName(content, null)}*`))))
    rmSync(path, { recursive: true });
  rmSync(bundlesFolder(root), { recursive: true, force: true });
}

async function buildClean({ folder, content, out, timings }: Workspace): Promise<Cost> {
  removeCaches(content);
  rmSync(out, { recursive: true, force: true });
  const file = join(folder, 'timings.json');
  const cost = await build(content, out, ['--timings', file]);
  timings.push(JSON.parse(readFileSync(file, 'utf8')) as Timings);
  return cost;
}

/** Rebuilds after a change of one cell. */
async function buildChanged({ content, out }: Workspace): Promise<Cost> {
  const [path = ''] = filesUnder(content).filter((name) => name.endsWith('.md'));
  const before = readFileSync(join(content, path), 'utf8');
  const after = before.replace(/(?<=\t\d+)(?=%)/, '.5');
  if (after === before) throw new Error(`${path} has no target to change`);
  writeFileSync(join(content, path), after);
  try {
    return await build(content, out);
  } finally {
    writeFileSync(join(content, path), before);
  }
}

function build(content: string, out: string, options: readonly string[] = []): Promise<Cost> {
  return measureProcess([process.execPath, join(root, 'scripts/build.ts'), '--silent', ...options], {
    env: { JIXIAO_CONTENT: content, JIXIAO_OUT: out },
  });
}

function findHugo(): Contender | null {
  if (spawnSync('hugo', ['version']).status !== 0) {
    console.error('Hugo is not installed (apt-get install hugo); skipped');
    return null;
  }
  const command = ['hugo', '--quiet', '--noBuildLock', '--source', join(templates, 'hugo')];
  return {
    name: HUGO,
    run: ({ markdown, runs }) =>
      measureProcess([...command, '--contentDir', markdown, '--destination', join(runs, 'site')], {
        env: { HUGO_RESOURCEDIR: join(runs, 'resources') },
      }),
  };
}

/**
 * A generator from npm. Its packages are no dependencies of this project. Astro needs them and its project below a common folder,
 * so they are installed below the workspaces' parent folder.
 *
 * @param peer The folder of its template, whose package.json names its packages.
 * @param options.pages The folder in its project that takes the Markdown pages.
 */
function installPeer(
  base: string,
  peer: string,
  { name, pages, command }: { name: ContenderName; pages: string; command: readonly string[] },
): Contender | null {
  const packages = join(base, `${peer}-packages`);
  mkdirSync(packages);
  cpSync(join(templates, peer, 'package.json'), join(packages, 'package.json'));
  try {
    const options = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'];
    execFileSync('npm', options, { cwd: packages, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    console.error(`${name} can't be installed; skipped: ${String(error)}`);
    return null;
  }
  return {
    name,
    run: ({ markdown, runs: cwd }) => {
      cpSync(join(templates, peer), cwd, { recursive: true });
      symlinkSync(join(packages, 'node_modules'), join(cwd, 'node_modules'));
      // Eleventy reads only files below its project.
      cpSync(markdown, join(cwd, pages), { recursive: true });
      return measureProcess([process.execPath, ...command], { cwd, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
    },
  };
}
