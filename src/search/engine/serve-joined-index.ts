/**
 * In: the paths that Pagefind's client requests, in one folder per bundle.
 * Out: their contents: metadata made from the table, and slices of the files that all bundles share.
 */
import { must } from '../../record/must.ts';
import { CborWriter, ENGINE, isMarked, LANGUAGE, splitParts, type Bytes } from '../index-format.ts';
import { countBundles, type IndexTable } from '../search-table.ts';
import { loadOnce } from './load-once.ts';

export interface JoinedIndex {
  index: IndexTable;
  /** Number of projects. */
  projects: number;
  /** Loads a file of `pagefind/`. Rejects if it can't be loaded. */
  load: (path: string) => Promise<Response>;
}

/** Upper bound of the last file: sorts after every word. */
const AFTER_ALL_WORDS = '~';

/** Returns the content of a path such as `2/index/17.pf_index`: bundle 2, file 17. */
export function serveJoinedIndex({
  index,
  projects,
  load,
}: JoinedIndex): (path: string) => Promise<Response> {
  const { bundleSize } = index;
  const bundles = countBundles(projects, bundleSize);

  /** The parts of a file, one per bundle. */
  const partsOf = loadOnce(async (file: string) => {
    const response = await load(`index/${index.digest}-${file}.pf_index`);
    const content = new Uint8Array(await response.arrayBuffer());
    return splitParts(isMarked(content) ? content : await gunzip(content), bundles);
  });

  return async (path) => {
    const slash = path.indexOf('/');
    const bundle = Number(path.slice(0, slash));
    const name = path.slice(slash + 1);
    const first = bundle * bundleSize;
    const count = Math.min(bundleSize, projects - first);
    if (name.startsWith('pagefind-entry.json')) return new Response(toEntry(index.pagefind, count));
    if (name === ENGINE) return load(ENGINE);
    if (name.endsWith('.pf_meta')) return new Response(toMeta(index, first, count));
    const file = /^index\/(\d+)\.pf_index$/.exec(name)?.[1];
    if (file === undefined) throw new Error(`unexpected request by Pagefind: ${path}`);
    return new Response(must((await partsOf(file))[bundle]));
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
function toMeta({ pagefind, bounds }: IndexTable, first: number, count: number): Bytes {
  const meta = CborWriter.file().array(6).text(pagefind).array(count);
  for (let page = 0; page < count; page += 1)
    meta
      .array(3)
      .text(String(first + page))
      .number(1)
      .text('');
  meta.array(bounds.length);
  for (const [file, bound] of bounds.entries()) {
    const next = bounds[file + 1] ?? AFTER_ALL_WORDS;
    meta.array(3).text(bound).text(next).text(String(file));
  }
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
