import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { currentShard } from './shard.ts';

/** Where builds of a content folder keep what the next one can take over. Each folder has its own, and each shard of it, so that two don't mix. */
export function buildCacheFolder(root: string, content: string): string {
  return join(root, '.jixiao', 'cache', buildName(content));
}

/** Names what a content folder and a shard of it are built in. */
export function buildName(content: string): string {
  const shard = currentShard();
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return shard ? `${hash}-${shard.number}-of-${shard.count}` : hash;
}
