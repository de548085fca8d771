import { join } from 'node:path';
import { buildCacheFolder } from './build-cache-folder.ts';
import { contentFolder } from './content-folder.ts';
import { parserDigest } from './parser-digest.ts';
import { readContent, type Content } from './read-content.ts';
import { currentShard } from './shard.ts';
import { openReadingCache } from './reading-cache.ts';

/** Reads the content that is published; files that an earlier build has read are not read again. */
export function readCachedContent(root: string): Promise<Content> {
  const folder = contentFolder(root);
  const cache = openReadingCache(join(buildCacheFolder(root, folder), 'readings'), parserDigest(root));
  return readContent(folder, cache, currentShard());
}
