/** What the build of a shard leaves for `npm run merge`: its pages, and what they were rendered from. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDigestStore } from '../cache/digest-store.ts';
import type { RenderedFolder } from '../cache/page-store.ts';

/** The parts of a shard's folder. */
export function shardFolder(folder: string): RenderedFolder {
  return { folder: join(folder, 'site'), manifests: openDigestStore(join(folder, 'pages')) };
}

/** Opens shards for a merge. Throws for staff where a folder is not a shard. */
export function openShards(paths: readonly string[]): RenderedFolder[] {
  return paths.map((path) => {
    if (!existsSync(join(path, 'pages')))
      throw new Error(`${path} 不是 npm run build -- --shard 生成的文件夹：里面没有 pages`);
    return shardFolder(resolve(path));
  });
}
