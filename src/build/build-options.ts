import type { Shard } from '../content/shard.ts';

/** What a build is asked for. */
export interface BuildOptions {
  /** The project's folder, absolute. */
  root: string;
  /** The content folder, absolute. */
  folder: string;
  /** The folder that is published; of a shard, the folder for `npm run merge`. Absolute. */
  out: string;
  /** Null: all bodies. */
  shard: Shard | null;
  /** Folders of shards to merge; null where this is no merge. */
  merge: readonly string[] | null;
  /** Verifies also the sources that were verified before, with the same bytes and outputs. */
  recheck: boolean;
  /** Writes .br and .gz next to the files. */
  compress: boolean;
  /** The content that this one is a draft of, and its site: its caches are used, and pages of its site. Absolute. */
  draftOf?: { folder: string; out: string } | undefined;
}
