/** The worker, and its files over `fetch`, in a scope like a worker's. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { WorkerReply, WorkerRequest } from '../../../../src/search/engine/search-worker.ts';
import { buildSearchIndex } from '../../../../src/search/index/build-search-index.ts';
import { aQuery } from '../an-answer.ts';
import { aRecord } from '../a-record.ts';

const query = aQuery('河道');
let folder: string;
let base: string;
let isOnline = false;
let post: (request: WorkerRequest) => Promise<WorkerReply>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-worker-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  await buildSearchIndex({ records: [aRecord({ name: '河道清淤' })], guide: [], outDir: folder });
  base = `${pathToFileURL(folder).href}/pagefind/`;
  vi.stubGlobal('fetch', (url: string) => {
    if (!isOnline) return Promise.resolve(new Response('', { status: 404 }));
    return Promise.resolve(new Response(readFileSync(fileURLToPath(url))));
  });
  type Listener = (event: {
    data: WorkerRequest;
    ports: { postMessage: (reply: WorkerReply) => void }[];
  }) => void;
  vi.stubGlobal('addEventListener', (name: string, listen: Listener) => {
    if (name !== 'message') return;
    post = (data) =>
      new Promise((resolve) => {
        listen({ data, ports: [{ postMessage: resolve }] });
      });
  });
  await import('../../../../src/search/engine/search-worker.ts');
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

test('posts no answer if nothing can be loaded, and tries again', async () => {
  expect(await post({ base, query })).toEqual({});
  isOnline = true;
  expect(await post({ base, query: null })).toEqual({ answer: null });
  expect(await post({ base, query })).toMatchObject({ answer: { count: 1, isNamesOnly: false } });
});
