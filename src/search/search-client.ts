/**
 * In: what a reader typed.
 * Out: the projects of which each word stands in a cell, ranked. Runs in the browser; touches no page.
 */
import { encodeQuery } from './encode-pairs.ts';
import { toWords } from './fold.ts';
import { rankHits, type Hit } from './rank-hits.ts';
import { chunkOf, type ChunkManifest, type RecordChunk } from './record-chunk.ts';
import type { SearchRecord } from './search-record.ts';

/** The part of Pagefind's client that is used. */
interface PagefindInstance {
  search(query: string): Promise<{ results: { id: string }[] }>;
}
interface PagefindModule {
  createInstance(options: { noWorker: boolean; basePath: string }): PagefindInstance;
}

export interface SearchClient {
  /** Rejects where the index can't be loaded. An empty query finds nothing. */
  search(query: string): Promise<Hit[]>;
}

/** Nothing is loaded before the first search. @param base Address of the folder `pagefind/`, with a slash at its end. */
export function createSearchClient(base: string): SearchClient {
  let engine: Promise<{ index: PagefindInstance; manifest: ChunkManifest }> | undefined;
  const chunks = new Map<number, Promise<RecordChunk>>();

  return {
    async search(query) {
      const words = toWords(query);
      if (words.length === 0) return [];
      engine ??= loadEngine(base).catch((error: unknown) => {
        engine = undefined;
        throw error;
      });
      const { index, manifest } = await engine;
      const ids = await findIds(index, words);
      const records = await Promise.all(ids.map((id) => loadRecord(id, manifest)));
      return rankHits(records, words);
    },
  };

  async function loadRecord(id: string, manifest: ChunkManifest): Promise<SearchRecord> {
    const number = chunkOf(id, manifest.chunks);
    let chunk = chunks.get(number);
    if (!chunk) {
      chunk = fetchJson<RecordChunk>(`${base}records-${number}.json`);
      chunks.set(number, chunk);
      chunk.catch(() => chunks.delete(number));
    }
    const record = (await chunk)[id];
    if (!record) throw new Error(`no record ${id}`);
    return record;
  }
}

async function loadEngine(base: string) {
  const [module, manifest] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<PagefindModule>,
    fetchJson<ChunkManifest>(`${base}records.json`),
  ]);
  // In a worker, one query in a run was found to take seconds; on the page none takes long enough to be felt.
  return { index: module.createInstance({ noWorker: true, basePath: base }), manifest };
}

/** The results that hold every word. */
async function findIds(index: PagefindInstance, words: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(words.map((word) => index.search(encodeQuery(word))));
  const [first = [], ...others] = answers.map(({ results }) => results.map(({ id }) => id));
  const sets = others.map((ids) => new Set(ids));
  return first.filter((id) => sets.every((ids) => ids.has(id)));
}

async function fetchJson<Content>(url: string): Promise<Content> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Content;
}
