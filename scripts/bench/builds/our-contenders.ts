import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCacheFolder, buildName } from '../../../src/content/build-cache-folder.ts';
import { measureProcess, type Cost } from '../measure-process.ts';
import { BODY_PAGES, CHANGED, INDEX, OURS, type Contender } from './contender.ts';
import type { Timings } from './measured.ts';
import { freshFolder, type Workplace } from './workplace.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Our own builds; those after the first take over what it left. @param timings Where the build from nothing tells its phases. */
export function ourContenders(place: Workplace, timings: Timings[]): Contender[] {
  return [
    { name: OURS, run: () => buildFromNothing(place, timings) },
    { name: CHANGED, run: () => buildChanged(place) },
    { name: INDEX, run: () => buildIndex(place) },
    { name: BODY_PAGES, run: () => buildBodyPages(place) },
  ];
}

/** Our own caches of a content folder and of its shards, and Astro's. */
export function removeCaches(content: string): void {
  for (const folder of [dirname(buildCacheFolder(root, content)), join(root, 'node_modules/.astro')]) {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name.startsWith(buildName(content))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function buildFromNothing(place: Workplace, timings: Timings[]): Promise<Cost> {
  removeCaches(place.content);
  rmSync(place.out, { recursive: true, force: true });
  const file = join(place.folder, 'timings.json');
  const cost = await build(place.content, place.out, ['--timings', file]);
  timings.push(JSON.parse(readFileSync(file, 'utf8')) as Timings);
  return cost;
}

/** After a build of the same content: one cell of one file is another. */
async function buildChanged({ content, out }: Workplace): Promise<Cost> {
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

/** The index over the readings that the builds before have kept; of the index itself nothing is kept. */
function buildIndex(place: Workplace): Promise<Cost> {
  const script = join(root, 'scripts/bench/builds/index-alone.ts');
  return measureProcess([process.execPath, script, freshFolder(place, 'index')], {
    env: { JIXIAO_CONTENT: place.content },
  });
}

/** A shard that has all bodies: what the pages alone cost, with no index and no check. */
function buildBodyPages(place: Workplace): Promise<Cost> {
  return build(place.content, freshFolder(place, 'shard'), ['--shard', '1/1']);
}

function build(content: string, out: string, options: readonly string[] = []): Promise<Cost> {
  return measureProcess([process.execPath, join(root, 'scripts/build.ts'), '--silent', ...options], {
    env: { JIXIAO_CONTENT: content, JIXIAO_OUT: out },
  });
}
