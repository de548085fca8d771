/** The programs whose runs are compared, ours and others. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCacheFolder, buildName } from '../../../src/content/build-cache-folder.ts';
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
  folder: string;
  /** Generated content. */
  content: string;
  /** The same projects as Markdown pages, for generators that can't read the tables. */
  markdown: string;
  /** Our built site; Pagefind's CLI and the reader's figures use it. */
  out: string;
  /** Everything else that a run writes. */
  runs: string;
  /** One entry per clean build of ours. */
  timings: Timings[];
}

export const OURS = 'Jixiao, clean build';
export const CHANGED = 'Jixiao, one file changed';
/** Pages of bodies and projects: what a shard builds. */
export const BODY_PAGES = 'Jixiao, pages only';
export const INDEX = 'Jixiao, search index only';
export const PAGEFIND = "Pagefind's CLI over our pages";
export const HUGO = 'Hugo';
const ELEVENTY = 'Eleventy';
export const STARLIGHT = 'Starlight';
export const FLOOR = 'template strings in Node';
/** The order of the tables and of the runs: contenders that are compared with each other are neighbours. */
export const ROWS = [OURS, CHANGED, BODY_PAGES, INDEX, PAGEFIND, HUGO, ELEVENTY, STARLIGHT, FLOOR] as const;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const templates = join(root, 'scripts/bench/peers');

const OUR_CONTENDERS: readonly Contender[] = [
  { name: OURS, run: buildClean },
  { name: CHANGED, run: buildChanged },
  {
    // A shard with all bodies: no index, no check.
    name: BODY_PAGES,
    run: (workspace) => build(workspace.content, emptyFolder(workspace, 'shard'), ['--shard', '1/1']),
  },
  {
    // Reads the cached sources of earlier builds; the index itself is not cached.
    name: INDEX,
    run: (workspace) =>
      measureProcess(
        [
          process.execPath,
          join(root, 'scripts/bench/site-builds/index-alone.ts'),
          emptyFolder(workspace, 'index'),
        ],
        { env: { JIXIAO_CONTENT: workspace.content } },
      ),
  },
];

/** Null: it can't run here, and the reason was printed. @param base The parent folder of the workspaces. */
const PEERS: Record<string, (base: string) => Contender | null> = {
  hugo: findHugo,
  eleventy: (base) =>
    installPeer(base, 'eleventy', {
      name: ELEVENTY,
      pages: 'content',
      command: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    }),
  starlight: (base) =>
    installPeer(base, 'starlight', {
      name: STARLIGHT,
      pages: 'src/content/docs',
      command: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
    }),
  floor: () => ({
    name: FLOOR,
    run: (workspace) =>
      measureProcess([
        process.execPath,
        join(templates, 'floor.ts'),
        workspace.content,
        emptyFolder(workspace, 'floor'),
      ]),
  }),
  pagefind: () => ({
    name: PAGEFIND,
    run: (workspace) =>
      measureProcess([
        join(root, 'node_modules/.bin/pagefind'),
        ...['--site', workspace.out, '--output-path', emptyFolder(workspace, 'pagefind'), '--quiet'],
      ]),
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

/** Removes our caches of a content folder and its shards, and Astro's. */
export function removeCaches(content: string): void {
  for (const folder of [dirname(buildCacheFolder(root, content, null)), join(root, 'node_modules/.astro')]) {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name.startsWith(buildName(content, null)))
        rmSync(join(folder, name), { recursive: true, force: true });
  }
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
  const base = join(content, 'disclosures');
  const [path = ''] = readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const before = readFileSync(join(base, path), 'utf8');
  const after = before.replace(/(?<=\t\d+)(?=%)/, '.5');
  if (after === before) throw new Error(`${path} has no target to change`);
  writeFileSync(join(base, path), after);
  try {
    return await build(content, out);
  } finally {
    writeFileSync(join(base, path), before);
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
  const source = ['--quiet', '--noBuildLock', '--source', join(templates, 'hugo')];
  return {
    name: HUGO,
    run: (workspace) =>
      measureProcess(
        [
          'hugo',
          ...source,
          ...['--contentDir', workspace.markdown, '--destination', emptyFolder(workspace, 'hugo')],
        ],
        { env: { HUGO_RESOURCEDIR: emptyFolder(workspace, 'hugo-resources') } },
      ),
  };
}

/**
 * A generator from npm. Its packages are no dependencies of this project: they are installed into `.jixiao/peers`.
 *
 * @param peer The folder of its template, whose package.json names its packages.
 * @param options.pages The folder in its project that takes the Markdown pages.
 */
function installPeer(
  base: string,
  peer: string,
  { name, pages, command }: { name: ContenderName; pages: string; command: readonly string[] },
): Contender | null {
  const installed = join(root, '.jixiao/peers', peer);
  mkdirSync(installed, { recursive: true });
  cpSync(join(templates, peer, 'package.json'), join(installed, 'package.json'));
  const options = [
    '--prefix',
    installed,
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
  ];
  try {
    execFileSync('npm', ['install', ...options], { cwd: installed, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    console.error(`${name} can't be installed; skipped: ${String(error)}`);
    return null;
  }
  // Astro needs its packages and the project below a common folder.
  const packages = join(base, `${peer}-packages`);
  cpSync(installed, packages, { recursive: true, verbatimSymlinks: true });
  return {
    name,
    run: (workspace) => {
      const project = emptyFolder(workspace, peer);
      cpSync(join(templates, peer), project, { recursive: true });
      symlinkSync(join(packages, 'node_modules'), join(project, 'node_modules'));
      // Eleventy reads only files below its project.
      cpSync(workspace.markdown, join(project, pages), { recursive: true });
      return measureProcess([process.execPath, ...command], {
        cwd: project,
        env: { ASTRO_TELEMETRY_DISABLED: '1' },
      });
    },
  };
}

/** An empty folder for one run. */
function emptyFolder({ runs }: Workspace, name: string): string {
  const folder = join(runs, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
