/**
 * In: Pagefind's client as published, and the index files that all bundles share.
 * Out: a search over all bundles.
 *
 * Pagefind's client requests its files with the global `fetch`. We replace that one and answer these requests ourselves.
 */
import { LANGUAGE } from '../index-format.ts';
import { countBundles } from '../search-table.ts';
import { serveJoinedIndex, type JoinedIndex } from './serve-joined-index.ts';

/** What we use of Pagefind's client. */
export interface PagefindModule {
  createInstance(options: object): {
    mergeIndex(path: string, options: object): Promise<void>;
    search(query: string): Promise<{ results: { id: string; words: number[] }[] }>;
  };
}

/** A project that contains a query, and word offsets at which it does: all for one word, the first for a phrase. */
interface PagefindMatch {
  number: number;
  positions: readonly number[];
}

/** Rejects if an index file failed to load; Pagefind itself would return no results. */
export type PagefindSearch = (query: string) => Promise<PagefindMatch[]>;

/** Number of calls, so that each has its own paths. */
let calls = 0;

export async function openPagefind(module: PagefindModule, joined: JoinedIndex): Promise<PagefindSearch> {
  const serve = serveJoinedIndex(joined);
  let failures = 0;
  calls += 1;
  const folder = `/pagefind-in-browser-${calls}/`;
  answerRequests(folder, (path) =>
    serve(path).catch((error: unknown) => {
      failures += 1;
      throw error;
    }),
  );
  const index = module.createInstance({ noWorker: true, basePath: `${folder}0/`, language: LANGUAGE });
  // Pagefind loads in the background and reports a failure to the first search.
  await index.search('""');
  const others = countBundles(joined.projects, joined.index.bundleSize) - 1;
  await Promise.all(
    Array.from({ length: others }, (_, other) =>
      index.mergeIndex(`${folder}${other + 1}/`, { language: LANGUAGE }),
    ),
  );
  return async (query) => {
    const before = failures;
    const { results } = await index.search(query);
    if (failures > before) throw new Error('an index file failed to load');
    return results.map(({ id, words }) => ({ number: Number(id), positions: words }));
  };
}

/** Answers requests for a folder; all others go to the network as before. */
function answerRequests(folder: string, answer: (path: string) => Promise<Response>): void {
  const network = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    typeof input === 'string' && input.startsWith(folder)
      ? answer(input.slice(folder.length))
      : network(input, init);
}
