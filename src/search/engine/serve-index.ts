/**
 * In: the paths that Pagefind's client requests.
 * Out: their contents: metadata made from the table, and the files of `pagefind/`.
 */
import { CborWriter, ENGINE, isMarked, LANGUAGE, type Bytes } from '../index-format.ts';
import type { IndexTable } from '../search-table.ts';

export interface ServedIndex {
  index: IndexTable;
  /** Number of projects. */
  projects: number;
  /** Loads a file of `pagefind/`. Rejects if it can't be loaded. */
  load: (path: string) => Promise<Response>;
}

/** Upper bound of the last file: sorts after every word. */
const AFTER_ALL_WORDS = '~';

/** Returns the content of a path such as `index/17.pf_index`: file 17. */
export function serveIndex({ index, projects, load }: ServedIndex): (path: string) => Promise<Response> {
  return async (path) => {
    if (path.startsWith('pagefind-entry.json')) return new Response(toEntry(index.pagefind, projects));
    if (path === ENGINE) return load(ENGINE);
    if (path.endsWith('.pf_meta')) return new Response(toMeta(index, projects));
    const file = /^index\/(\d+)\.pf_index$/.exec(path)?.[1];
    if (file === undefined) throw new Error(`unexpected request by Pagefind: ${path}`);
    const response = await load(`index/${index.digest}-${file}.pf_index`);
    const content = new Uint8Array(await response.arrayBuffer());
    return new Response(isMarked(content) ? content : await gunzip(content));
  };
}

function toEntry(version: string, count: number): string {
  const languages = { [LANGUAGE]: { hash: 'all', wasm: 'unknown', page_count: count } };
  return JSON.stringify({ version, languages, include_characters: [] });
}

/**
 * Version, pages and files; then empty filters, sorts and titles. A page's id is its project number. Word counts are only used
 * by Pagefind's ranking, which we ignore.
 */
function toMeta({ pagefind, bounds }: IndexTable, projects: number): Bytes {
  const meta = CborWriter.file().array(6).text(pagefind).array(projects);
  for (let number = 0; number < projects; number += 1) meta.array(3).text(String(number)).number(1).text('');
  meta.array(bounds.length);
  for (const [file, bound] of bounds.entries())
    meta
      .array(3)
      .text(bound)
      .text(bounds[file + 1] ?? AFTER_ALL_WORDS)
      .text(String(file));
  return meta.array(0).array(0).array(0).bytes();
}

/** Decompresses gzip. Browsers from before 2023 have no DecompressionStream, and load fflate. */
async function gunzip(content: Bytes): Promise<Bytes> {
  if (typeof DecompressionStream === 'undefined') {
    const { gunzipSync } = await import('fflate');
    return gunzipSync(content);
  }
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
