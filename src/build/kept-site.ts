/**
 * In: a project, its content, its built site.
 * Out: what the build that made this site said, if a build would make the same site again: `npm start` then builds nothing.
 *
 * The same content gives the same bytes (`npm run test:reproducible`), so that the checks of that build are true of these, too. Every
 * file is compared, those of the content and those of the site.
 */
import { join } from 'node:path';
import { openDigestStore } from '../cache/digest-store.ts';
import { buildCacheFolder } from '../content/build-cache-folder.ts';
import { historyKey } from '../content/content-history.ts';
import type { BuildOptions } from './build-options.ts';
import { outputDigest, siteDigest } from './template-digest.ts';

interface KeptSite {
  /** What the build said. Null: anything has changed since. */
  said: string | null;
  /** Keeps what a build has said, unless the content was changed meanwhile. */
  keep: (said: string) => void;
}

export function openKeptSite({ root, folder, out }: Pick<BuildOptions, 'root' | 'folder' | 'out'>): KeptSite {
  const store = openDigestStore(join(buildCacheFolder(root, folder, null), 'started'));
  const digestNow = () => siteDigest(root, folder, [out, historyKey(folder)]);
  const digest = digestNow();
  const kept = store.get(digest)?.toString();
  const { output, said } = JSON.parse(kept ?? '{}') as { output?: string; said?: string };
  return {
    said: said !== undefined && output === outputDigest(out) ? said : null,
    keep: (text) => {
      if (digestNow() !== digest) return;
      store.put(digest, JSON.stringify({ output: outputDigest(out), said: text }));
      store.prune();
    },
  };
}
