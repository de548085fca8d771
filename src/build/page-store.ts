/**
 * In: folders of pages that were rendered before, each with a manifest of what they were rendered from.
 * Out: the pages that would come out the same again, and the manifest of this build.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a build wrote, so that the next one can take over what has not changed. */
interface Manifest {
  /** Digest of what stands in every page: code, packages, who runs the site. */
  frame: string;
  /** By file: the key that the page's own content has, and the SHA-256 of its bytes. */
  pages: Record<string, { key: string; sha256: string }>;
}

/** A folder of pages, and the manifest of the build that wrote them. */
export interface RenderedFolder {
  folder: string;
  manifest: string;
}

export interface PageStore {
  /** The bytes of a page that was rendered before from the same content; null where there are none, or they were changed since. */
  find: (file: string, key: string) => Buffer | null;
  /** Remembers a page for the next build. */
  record: (file: string, key: string, body: Buffer) => void;
  /** SHA-256 of a page that this build remembers, in hexadecimal. */
  sha256Of: (file: string) => string | undefined;
  save: (path: string) => void;
  /** How many pages were found. */
  count: () => { found: number };
}

export function openPageStore(frame: string, rendered: readonly RenderedFolder[]): PageStore {
  const known = rendered
    .map(({ folder, manifest }) => ({ folder, ...readManifest(manifest) }))
    .filter((source) => source.frame === frame);
  const pages: Manifest['pages'] = {};
  let found = 0;
  return {
    find(file, key) {
      for (const source of known) {
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
    count: () => ({ found }),
    save(path) {
      const manifest: Manifest = { frame, pages };
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(manifest));
    },
  };
}

/** A manifest that can't be read is none: every page is then rendered. */
function readManifest(path: string): Manifest {
  const none: Manifest = { frame: '', pages: {} };
  if (!existsSync(path)) return none;
  try {
    return { ...none, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>) };
  } catch {
    return none;
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
