/**
 * In: a Query.
 * Out: its Answer, from a worker; from the page itself where a worker can't run.
 */
import type { Answer, Query } from '../query.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import type { WorkerReply, WorkerRequest } from '../engine/search-worker.ts';

export interface SearchClient {
  /** Rejects where nothing can be loaded. */
  search(query: Query): Promise<Answer>;
  /** Loads what the first search needs. Never rejects: the search itself will tell. */
  warmUp(): void;
}

interface Waiting {
  query: Query | null;
  resolve: (answer: Answer | null) => void;
  reject: (error: Error) => void;
}

let client: SearchClient | undefined;

/** The page's only client. Nothing is loaded before the first call of its functions. */
export function searchClient(): SearchClient {
  return (client ??= createSearchClient(new URL('/pagefind/', location.href).href));
}

function createSearchClient(base: string): SearchClient {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let worker: Worker | null | undefined;
  let onPage: Promise<SearchEngine> | undefined;

  return {
    async search(query) {
      const answer = await ask(query);
      if (!answer) throw new Error('the worker answered no query');
      return answer;
    },
    warmUp() {
      ask(null).catch(() => undefined);
    },
  };

  function ask(query: Query | null): Promise<Answer | null> {
    if (worker === undefined) worker = startWorker();
    const started = worker;
    if (!started) return askPage(query);
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { query, resolve, reject });
      started.postMessage({ id, base, query } satisfies WorkerRequest);
    });
  }

  function startWorker(): Worker | null {
    try {
      const started = new Worker(new URL('../engine/search-worker.ts', import.meta.url), { type: 'module' });
      started.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
        const asked = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.answer === undefined) asked?.reject(new Error('the index was not loaded'));
        else asked?.resolve(data.answer);
      });
      // It did not start: an engine without workers of modules, or a network that failed.
      started.addEventListener('error', () => {
        started.terminate();
        worker = null;
        for (const { query, resolve, reject } of waiting.values()) askPage(query).then(resolve, reject);
        waiting.clear();
      });
      return started;
    } catch {
      return null;
    }
  }

  async function askPage(query: Query | null): Promise<Answer | null> {
    onPage ??= Promise.all([import('../engine/search-engine.ts'), import('../engine/fetch-files.ts')]).then(
      ([{ createSearchEngine }, { fetchFiles }]) => createSearchEngine(fetchFiles(base)),
    );
    onPage.catch(() => (onPage = undefined));
    const engine = await onPage;
    if (query) return engine.search(query);
    await engine.warmUp();
    return null;
  }
}
