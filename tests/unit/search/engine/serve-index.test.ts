import { gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { expect, test } from 'vitest';
import { serveIndex } from '../../../../src/search/engine/serve-index.ts';
import { CborWriter } from '../../../../src/search/index-format.ts';

const MARK = CborWriter.file().bytes();
const fileOf = (number: number) => Uint8Array.of(...MARK, number);

/** Three projects, two files of words. The host decompresses the second file. */
function served() {
  const requests: string[] = [];
  const contents: Record<string, Uint8Array> = {
    'index/d-0.pf_index': gzipSync(fileOf(0)),
    'index/d-12.pf_index': fileOf(12),
    'wasm.unknown.pagefind': Uint8Array.of(7),
  };
  const serve = serveIndex({
    index: { digest: 'd', pagefind: '1.5.0', bounds: ['a', 'm'] },
    projects: 3,
    load(path) {
      requests.push(path);
      return Promise.resolve(new Response(Uint8Array.from(contents[path] ?? [])));
    },
  });
  return {
    requests,
    bytesOf: async (path: string) => new Uint8Array(await (await serve(path)).arrayBuffer()),
  };
}

test('the entry says how many projects there are', async () => {
  const { bytesOf, requests } = served();
  expect(JSON.parse(Buffer.from(await bytesOf('pagefind-entry.json?ts=1')).toString())).toEqual({
    version: '1.5.0',
    languages: { und: { hash: 'all', wasm: 'unknown', page_count: 3 } },
    include_characters: [],
  });
  expect(requests).toEqual([]);
});

test('metadata lists the projects by their numbers, and between which words each file is', async () => {
  const meta = await served().bytesOf('pagefind.und_all.pf_meta');
  expect([...meta.subarray(0, MARK.length)]).toEqual([...MARK]);
  expect(decode(meta.subarray(MARK.length))).toEqual([
    '1.5.0',
    ['0', '1', '2'].map((number) => [number, 1, '']),
    [
      ['a', 'm', '0'],
      ['m', '~', '1'],
    ],
    [],
    [],
    [],
  ]);
});

test('a file is decompressed, unless the host has done that', async () => {
  const { bytesOf, requests } = served();
  expect(await bytesOf('index/0.pf_index')).toEqual(fileOf(0));
  expect(await bytesOf('index/12.pf_index')).toEqual(fileOf(12));
  expect([...(await bytesOf('wasm.unknown.pagefind'))]).toEqual([7]);
  expect(requests).toEqual(['index/d-0.pf_index', 'index/d-12.pf_index', 'wasm.unknown.pagefind']);
});

test.each(['fragment/1.pf_fragment', 'index/a.pf_index', 'old/index/1.pf_index', 'index/1.pf_index.bak'])(
  '%s is none of its files',
  async (path) => {
    await expect(served().bytesOf(path)).rejects.toThrow(`unexpected request by Pagefind: ${path}`);
  },
);
