/** The worker that search runs in, so that no page waits for it: takes Queries, posts Answers. */
import type { Answer, Query } from '../query.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';

/** What a page posts: first the address of `pagefind/`; a null query loads what the first search needs. */
export interface WorkerRequest {
  id: number;
  base: string;
  query: Query | null;
}
/** What a page gets: the answer, null once all is loaded, or no `answer` where it failed. */
export interface WorkerReply {
  id: number;
  answer?: Answer | null;
}

let engine: SearchEngine | undefined;

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const { id, base, query } = data;
  engine ??= createSearchEngine(base);
  const asked = query ? engine.search(query) : engine.warmUp().then(() => null);
  asked.then(
    (answer) => {
      reply({ id, answer });
    },
    () => {
      reply({ id });
    },
  );
});

function reply(message: WorkerReply): void {
  postMessage(message);
}
