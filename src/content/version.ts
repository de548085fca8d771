/** A source file as it was published at one time. */
export interface Version {
  /** Relative to the content folder, forward slashes. */
  path: string;
  /** Files of one step were published together. */
  step: string;
  /** When it was published: ISO 8601 in UTC. */
  date: string;
  /** Under which its bytes are kept. Null: the file was removed. */
  key: string | null;
}

/** The versions of all sources of a content folder. */
export interface Versions {
  /** Oldest first. */
  all: readonly Version[];
  /** The bytes of some keys. */
  read: (keys: readonly string[]) => ReadonlyMap<string, Uint8Array>;
}
