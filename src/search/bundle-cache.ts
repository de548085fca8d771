/**
 * Pagefind's files of bundles on disk, each bundle under a digest of its contents and of the code that indexes.
 *
 * A bundle is taken over only where both are the same, so that the cache can change how long a build takes and nothing else.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type BundleFiles = ReadonlyMap<string, Uint8Array | string>;

/** Makes the files of a bundle from the coded contents of its records. */
type MakeFiles = (contents: readonly string[], number: number) => Promise<BundleFiles>;

export interface BundleCache {
  /** The files of a bundle, made where they are not known. */
  take: (contents: readonly string[], number: number, make: MakeFiles) => Promise<BundleFiles>;
  /** Removes what was not taken: bundles that are gone, and other code's. */
  prune: () => void;
}

/** @param code Digest of the code that indexes, and of its packages. */
export function openBundleCache(folder: string, code: string): BundleCache {
  const taken = new Set<string>();
  return {
    async take(contents, number, make) {
      const digest = createHash('sha256').update(`${code}\n${number}\n`);
      for (const content of contents) digest.update(content).update('\n');
      const name = digest.digest('hex');
      taken.add(name);
      const known = readFiles(join(folder, name));
      if (known) return known;
      const files = await make(contents, number);
      storeFiles(join(folder, name), files);
      return files;
    },
    prune() {
      for (const name of namesIn(folder))
        if (!taken.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** Null where there are none. */
function readFiles(folder: string): BundleFiles | null {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return new Map(
      paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
    );
  } catch {
    return null;
  }
}

/** A build that is killed leaves no half of a bundle. */
function storeFiles(folder: string, files: BundleFiles): void {
  const half = `${folder}.${process.pid}`;
  for (const [path, content] of files) {
    mkdirSync(dirname(join(half, path)), { recursive: true });
    writeFileSync(join(half, path), content);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
