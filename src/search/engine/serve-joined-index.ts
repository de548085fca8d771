/**
 * In: the paths that Pagefind's client requests, in one folder per bundle.
 * Out: their contents: metadata made from the table, and slices of the files that all bundles share.
 */
import {
  cborArray,
  cborText,
  ENGINE,
  isMarked,
  LANGUAGE,
  marked,
  splitParts,
  type Bytes,
} from '../index-format.ts';
import { must } from '../../record/must.ts';
import type { IndexTable } from '../search-table.ts';
import { loadOnce } from './load-once.ts';

export interface JoinedIndex {
  index: IndexTable;
  /** Project numbers by bundle, in the order of the bundle's records. */
  bundles: readonly (readonly number[])[];
  /** Loads a file of `pagefind/`. Rejects if it can't be loaded. */
  load: (path: string) => Promise<Response>;
}

/** Upper bound of the last file: sorts after every word. */
const AFTER_ALL_WORDS = '~';

/** Returns the content of a path such as `2/index/17.pf_index`: bundle 2, file 17. */
export function serveJoinedIndex({ index, bundles, load }: JoinedIndex): (path: string) => Promise<Response> {
  /** Identical for all bundles, and long. */
  const chunks = cborArray(
    index.bounds.map((bound, file) =>
      cborArray([bound, index.bounds[file + 1] ?? AFTER_ALL_WORDS, String(file)].map(cborText)),
    ),
  );

  /** The parts of a file, one per bundle. */
  const partsOf = loadOnce(async (file: string) => {
    const response = await load(`index/${index.digest}-${file}.pf_index`);
    const content = new Uint8Array(await response.arrayBuffer());
    return splitParts(isMarked(content) ? content : await gunzip(content), index.bundles);
  });

  return async (path) => {
    const slash = path.indexOf('/');
    const bundle = Number(path.slice(0, slash));
    const name = path.slice(slash + 1);
    const projects = must(bundles[bundle]);
    if (name.startsWith('pagefind-entry.json')) return new Response(toEntry(index.pagefind, projects.length));
    if (name === ENGINE) return load(ENGINE);
    if (name.endsWith('.pf_meta')) return new Response(toMeta(index.pagefind, projects, chunks));
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
 * Version, pages and chunks; then empty filters, sorts and titles. A page's id is its project number. Word counts are only used
 * by Pagefind's ranking, which we ignore.
 */
function toMeta(version: string, projects: readonly number[], chunks: Bytes): Bytes {
  const [oneWord, noGroup, none] = [Uint8Array.of(1), cborText(''), cborArray([])];
  const pages = projects.map((number) => cborArray([cborText(String(number)), oneWord, noGroup]));
  return marked(cborArray([cborText(version), cborArray(pages), chunks, none, none, none]));
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
