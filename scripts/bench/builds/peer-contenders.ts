import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureProcess, type Cost } from '../measure-process.ts';
import { ELEVENTY, FLOOR, HUGO, PAGEFIND, STARLIGHT, type Contender } from './contender.ts';
import { installPeer } from './install-peer.ts';
import { freshFolder, type Workplace } from './workplace.ts';

type Peer = (typeof PEERS)[number];
const PEERS = ['hugo', 'eleventy', 'starlight', 'floor', 'pagefind'] as const;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const templates = join(root, 'scripts/bench/peers');

/** Generators that npm brings, and the versions that are measured. */
const PACKAGES = {
  eleventy: ['@11ty/eleventy@3.1.8'],
  starlight: ['astro@7.3.5', '@astrojs/starlight@0.42.4'],
};

/**
 * The peers of those names that can run here; one that cannot is told. Throws for a name that is none.
 *
 * @param base The folder of the workplaces.
 */
export function findPeers(names: readonly string[], base: string): ((place: Workplace) => Contender)[] {
  const unknown = names.find((name) => !PEERS.some((peer) => peer === name));
  if (unknown !== undefined) throw new Error(`--peers ${unknown}: expected some of ${PEERS.join(', ')}`);
  return PEERS.filter((peer) => names.includes(peer)).flatMap((peer) => findPeer(peer, base) ?? []);
}

/** Where the Markdown stands that peers build from (`peers/write-markdown.ts`). */
export function markdownFolder({ folder }: Workplace): string {
  return join(folder, 'markdown');
}

function findPeer(peer: Peer, base: string): ((place: Workplace) => Contender) | null {
  if (peer === 'floor') return (place) => ({ name: FLOOR, run: () => buildFloor(place) });
  if (peer === 'pagefind') return (place) => ({ name: PAGEFIND, run: () => indexPages(place) });
  if (peer === 'hugo') {
    if (!hasHugo()) return null;
    return (place) => ({ name: HUGO, run: () => buildHugo(place) });
  }
  const installed = installPeer(join(root, '.jixiao/peers', peer), PACKAGES[peer]);
  if (installed === null) return null;
  // Beside the projects: Astro mistakes packages that share no folder with its project.
  const folder = join(base, `${peer}-packages`);
  cpSync(installed, folder, { recursive: true, verbatimSymlinks: true });
  return peer === 'eleventy'
    ? (place) => ({ name: ELEVENTY, run: () => buildEleventy(place, folder) })
    : (place) => ({ name: STARLIGHT, run: () => buildStarlight(place, folder) });
}

function hasHugo(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.error('Hugo is not installed (apt-get install hugo): measured without it');
    return false;
  }
}

function buildHugo(place: Workplace): Promise<Cost> {
  const out = freshFolder(place, 'hugo');
  const source = join(templates, 'hugo');
  const options = [
    '--quiet',
    '--source',
    source,
    '--contentDir',
    markdownFolder(place),
    '--destination',
    out,
  ];
  return measureProcess(['hugo', ...options, '--noBuildLock'], {
    env: { HUGO_RESOURCEDIR: freshFolder(place, 'hugo-resources') },
  });
}

/** Eleventy takes its input from below the folder it runs in. */
function buildEleventy(place: Workplace, packages: string): Promise<Cost> {
  const project = freshProject(place, 'eleventy', packages);
  cpSync(markdownFolder(place), join(project, 'content'), { recursive: true });
  return measureProcess([process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], {
    cwd: project,
  });
}

function buildStarlight(place: Workplace, packages: string): Promise<Cost> {
  const project = freshProject(place, 'starlight', packages);
  cpSync(markdownFolder(place), join(project, 'src/content/docs'), { recursive: true });
  return measureProcess([process.execPath, 'node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    cwd: project,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

/** Our templates for a generator, with its packages beside them and nothing of an earlier round. */
function freshProject(place: Workplace, peer: string, packages: string): string {
  const project = freshFolder(place, peer);
  cpSync(join(templates, peer), project, { recursive: true });
  // Astro finds in it which packages it has to bundle.
  cpSync(join(packages, 'package.json'), join(project, 'package.json'));
  symlinkSync(join(packages, 'node_modules'), join(project, 'node_modules'));
  return project;
}

function buildFloor(place: Workplace): Promise<Cost> {
  const script = join(templates, 'floor.ts');
  return measureProcess([process.execPath, script, place.content, freshFolder(place, 'floor')]);
}

function indexPages(place: Workplace): Promise<Cost> {
  const cli = join(root, 'node_modules/.bin/pagefind');
  const output = freshFolder(place, 'pagefind');
  return measureProcess([cli, '--site', place.out, '--output-path', output, '--quiet']);
}
