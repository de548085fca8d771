import { join } from 'node:path';
import { openDigestStore } from '../cache/digest-store.ts';
import type { RenderedFolder } from '../cache/page-store.ts';
import { buildCacheFolder } from '../content/build-cache-folder.ts';
import type { BuildOptions } from './build-options.ts';
import { checkOutput, freshFolder } from './publish/swap-in.ts';
import { shardFolder } from './shard-folder.ts';

/** The folders of a build. */
export interface Place extends RenderedFolder {
  /** The published site, which may hold pages to take over. */
  out: string;
  /** The new site: on the disk of the old one, so that a rename publishes it. */
  fresh: string;
  /** Astro's own output. Inside the project: the bundle of the pages is run there, and finds its packages above it. */
  staging: string;
  cache: string;
}

/** Throws an OutputError where a build may not replace the output folder. */
export function placeOf({
  root,
  folder,
  out: wanted,
  shard,
  draftOf,
}: Pick<BuildOptions, 'root' | 'folder' | 'out' | 'shard' | 'draftOf'>): Place {
  const part = shardFolder(wanted);
  const out = checkOutput(shard === null ? wanted : part.folder, [root, folder]);
  const cache = buildCacheFolder(root, draftOf?.folder ?? folder, shard);
  return {
    ...{ out, folder: out, cache, fresh: freshFolder(out) },
    staging: freshFolder(stagingOf(root)),
    manifests: shard === null ? openDigestStore(join(cache, 'pages')) : part.manifests,
  };
}

/** Where builds put Astro's own output, each under its process. */
export function stagingOf(root: string): string {
  return join(root, '.jixiao', 'building');
}
