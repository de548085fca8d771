/** The worker that search runs in, so that it never blocks a page: receives Queries, posts Answers to the port that comes with each. */
import type { Answer, Query } from '../query.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';

/** What a page posts. */
export interface WorkerRequest {
  /** Address of `pagefind/`. */
  base: string;
  /** As in SearchEngine. */
  query: Query | null;
}
/** What a page gets; no `answer` after a failure. */
export interface WorkerReply {
  answer?: Answer | null;
}

let engine: SearchEngine | undefined;

addEventListener('message', ({ data, ports }: MessageEvent<WorkerRequest>) => {
  engine ??= createSearchEngine(data.base);
  const reply = engine(data.query).then(
    (answer): WorkerReply => ({ answer }),
    (): WorkerReply => ({}),
  );
  void reply.then((message) => ports[0]?.postMessage(message));
});
