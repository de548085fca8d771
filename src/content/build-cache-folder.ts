import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Shard } from './shard.ts';

/** The cache folder of a content folder and shard, so that builds of two don't mix. */
export function buildCacheFolder(root: string, folder: string, shard: Shard | null): string {
  return join(root, '.jixiao', 'cache', buildName(folder, shard));
}

/** Where the bundles of the pages are kept, those of all content folders. */
export function bundlesFolder(root: string): string {
  return join(root, '.jixiao', 'bundles');
}

/** Identifies a content folder and a shard of it in names of cache folders. */
export function buildName(folder: string, shard: Shard | null): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return shard ? `${hash}-${shard.number}-of-${shard.count}` : hash;
}
