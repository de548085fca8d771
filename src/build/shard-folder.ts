/** What a shard's build leaves for `npm run merge`: its pages, what they were rendered from, and its readings of sources. */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RenderedFolder } from './page-store.ts';

/** The parts of a shard's folder. */
export function shardFolder(folder: string): RenderedFolder & { readings: string } {
  return {
    folder: join(folder, 'site'),
    manifest: join(folder, 'pages.json'),
    readings: join(folder, 'readings'),
  };
}

/** Puts the readings of a shard beside its pages. */
export function keepReadings(readings: string, shard: string): void {
  rmSync(shard, { recursive: true, force: true });
  if (existsSync(readings)) cpSync(readings, shard, { recursive: true });
}

/** Opens shards for a merge; their readings go into the cache. Throws for staff where a folder is no shard. */
export function openShards(paths: readonly string[], readings: string): RenderedFolder[] {
  return paths.map((path) => {
    const shard = shardFolder(resolve(path));
    if (!existsSync(shard.manifest))
      throw new Error(`${path} 不是 npm run build -- --shard 生成的文件夹：里面没有 pages.json`);
    mkdirSync(readings, { recursive: true });
    if (existsSync(shard.readings)) cpSync(shard.readings, readings, { recursive: true });
    return shard;
  });
}
