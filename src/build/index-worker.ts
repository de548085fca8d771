/** Builds the search index in a thread of its own; its one message is how many milliseconds that took. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildSearchIndex, type SearchIndexOptions } from '../search/index/build-search-index.ts';

const start = performance.now();
await buildSearchIndex(workerData as SearchIndexOptions);
parentPort?.postMessage(performance.now() - start);
