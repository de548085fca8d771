/**
 * In: folders of pages that an earlier build rendered, each with a manifest of what they were rendered from.
 * Out: the pages that would be the same again, and the manifest of this build.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere, type DigestStore } from './digest-store.ts';

/** By file: the key of the page's content, and the SHA-256 of its bytes. */
type Manifest = Record<string, { key: string; sha256: string }>;

/** A folder of rendered pages, and the store that has its manifest. */
export interface RenderedFolder {
  folder: string;
  manifests: DigestStore;
}

export interface PageStore {
  /** The bytes of a page that was rendered from the same content; null where there are none, or they were changed since. */
  find: (file: string, key: string) => Buffer | null;
  /** Adds a page to the manifest of this build. */
  record: (file: string, key: string, body: Buffer) => void;
  /** SHA-256 of a page in the manifest of this build, in hexadecimal. */
  sha256Of: (file: string) => string | undefined;
  save: (manifests: DigestStore) => void;
  /** How many pages were found. */
  count: () => number;
}

/** @param template Digest of what every page depends on. A manifest is stored under it. */
export function openPageStore(template: string, rendered: readonly RenderedFolder[]): PageStore {
  const sources = rendered.map(({ folder, manifests }) => ({
    folder,
    pages: readManifest(manifests, template),
  }));
  const pages: Manifest = {};
  let found = 0;
  return {
    find(file, key) {
      for (const source of sources) {
        const page = source.pages[file];
        if (page?.key !== key) continue;
        const body = readIfThere(join(source.folder, file));
        if (!body || hash('sha256', body) !== page.sha256) continue;
        found += 1;
        return body;
      }
      return null;
    },
    record(file, key, body) {
      pages[file] = { key, sha256: hash('sha256', body) };
    },
    sha256Of: (file) => pages[file]?.sha256,
    save(manifests) {
      manifests.put(template, JSON.stringify(pages));
      manifests.prune();
    },
    count: () => found,
  };
}

/** Where there is no manifest, or it can't be read, every page is rendered. */
function readManifest(manifests: DigestStore, template: string): Manifest {
  try {
    return JSON.parse(manifests.get(template)?.toString() ?? '{}') as Manifest;
  } catch {
    return {};
  }
}
