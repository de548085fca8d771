import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where builds of a content folder keep what the next one can take over. Each folder has its own, so that two don't mix. */
export function buildCacheFolder(root: string, content: string): string {
  return join(root, '.jixiao', 'cache', createHash('sha256').update(content).digest('hex').slice(0, 12));
}
