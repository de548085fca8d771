/**
 * In: a Query.
 * Out: its Answer, from a worker; from the page itself if a worker can't run. Nothing is loaded before the first call.
 */
import { must } from '../../record/must.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import type { WorkerReply, WorkerRequest } from '../engine/search-worker.ts';
import type { Answer, Query } from '../query.ts';
import { toHref } from './to-href.ts';

/** Returns null if the worker did not start: a browser without workers of modules, or a network that failed. */
type AskWorker = (query: Query | null) => Promise<WorkerReply | null>;

let askWorker: AskWorker | undefined;
let engine: Promise<SearchEngine> | undefined;

/** Rejects if nothing can be loaded. */
export async function search(query: Query): Promise<Answer> {
  return must(await ask(query));
}

/** Loads what the first search needs. Never rejects: the search itself will. */
export function warmUp(): void {
  ask(null).catch(() => undefined);
}

async function ask(query: Query | null): Promise<Answer | null> {
  askWorker ??= startWorker();
  const reply = await askWorker(query);
  if (!reply) return askPage(query);
  if (reply.answer === undefined) throw new Error('the index was not loaded');
  return reply.answer;
}

function startWorker(): AskWorker {
  const notStarted: AskWorker = () => Promise.resolve(null);
  try {
    const worker = new Worker(new URL('../engine/search-worker.ts', import.meta.url), { type: 'module' });
    const failed = new Promise<null>((resolve) => {
      worker.addEventListener('error', () => {
        worker.terminate();
        askWorker = notStarted;
        resolve(null);
      });
    });
    return (query) => {
      const { port1, port2 } = new MessageChannel();
      const reply = new Promise<WorkerReply>((resolve) => {
        port1.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
          resolve(data);
          port1.close();
        };
      });
      worker.postMessage({ base: indexAddress(), query } satisfies WorkerRequest, [port2]);
      return Promise.race([reply, failed]);
    };
  } catch {
    return notStarted;
  }
}

async function askPage(query: Query | null): Promise<Answer | null> {
  engine ??= import('../engine/search-engine.ts').then(({ createSearchEngine }) =>
    createSearchEngine(indexAddress()),
  );
  engine.catch(() => (engine = undefined));
  return (await engine)(query);
}

function indexAddress(): string {
  return new URL(toHref('/pagefind/'), location.href).href;
}
