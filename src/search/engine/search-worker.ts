/** The worker that search runs in, so that it never blocks a page: receives Queries, posts Answers. */
import type { Answer, Query } from '../query.ts';
import { fetchFiles } from './fetch-files.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';

/** What a page posts. A null query loads what the first search needs. */
export interface WorkerRequest {
  id: number;
  /** Address of `pagefind/`. */
  base: string;
  query: Query | null;
}
/** What a page gets: the answer, null once all is loaded; no `answer` after a failure. */
export interface WorkerReply {
  id: number;
  answer?: Answer | null;
}

let engine: SearchEngine | undefined;

addEventListener('message', ({ data: { id, base, query } }: MessageEvent<WorkerRequest>) => {
  engine ??= createSearchEngine(fetchFiles(base));
  const answer = query ? engine.search(query) : engine.warmUp().then(() => null);
  answer.then(
    (found) => {
      postMessage({ id, answer: found } satisfies WorkerReply);
    },
    () => {
      postMessage({ id } satisfies WorkerReply);
    },
  );
});
