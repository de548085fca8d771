import { gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { expect, test } from 'vitest';
import { serveJoinedIndex, type JoinedIndex } from '../../../../src/search/engine/serve-joined-index.ts';
import { CborWriter, joinParts } from '../../../../src/search/index-format.ts';

const MARK = CborWriter.file().bytes();

/** Two bundles, two files of words. Files are on a host that decompresses the second. */
function served() {
  const requests: string[] = [];
  const parts = [0, 1].map((file) => joinParts([Uint8Array.of(file, 1), Uint8Array.of(file, 2, 2)]));
  const contents: Record<string, Uint8Array> = {
    'index/d-0.pf_index': gzipSync(parts[0] ?? ''),
    'index/d-12.pf_index': parts[1] ?? new Uint8Array(),
    'wasm.unknown.pagefind': Uint8Array.of(7),
  };
  const joined: JoinedIndex = {
    index: { digest: 'd', pagefind: '1.5.0', bundleSize: 2, bounds: ['a', 'm'] },
    projects: 3,
    load(path) {
      requests.push(path);
      return Promise.resolve(new Response(Uint8Array.from(contents[path] ?? [])));
    },
  };
  const serve = serveJoinedIndex(joined);
  return {
    requests,
    bytesOf: async (path: string) => new Uint8Array(await (await serve(path)).arrayBuffer()),
  };
}

test('an entry says how many projects a bundle has', async () => {
  const { bytesOf, requests } = served();
  const entryOf = async (bundle: number) =>
    JSON.parse(Buffer.from(await bytesOf(`${bundle}/pagefind-entry.json?ts=1`)).toString()) as unknown;
  const entry = (count: number) => ({
    version: '1.5.0',
    languages: { und: { hash: 'all', wasm: 'unknown', page_count: count } },
    include_characters: [],
  });
  expect([await entryOf(0), await entryOf(1)]).toEqual([entry(2), entry(1)]);
  expect(requests).toEqual([]);
});

test('metadata lists the projects of a bundle by their numbers, and between which words each file is', async () => {
  const { bytesOf } = served();
  const meta = await bytesOf('0/pagefind.und_all.pf_meta');
  expect([...meta.subarray(0, MARK.length)]).toEqual([...MARK]);
  expect(decode(meta.subarray(MARK.length))).toEqual([
    '1.5.0',
    ['0', '1'].map((number) => [number, 1, '']),
    [
      ['a', 'm', '0'],
      ['m', '~', '1'],
    ],
    [],
    [],
    [],
  ]);
});

test('a bundle gets its part of a file, which is loaded once', async () => {
  const { bytesOf, requests } = served();
  expect([...(await bytesOf('0/index/0.pf_index'))]).toEqual([0, 1]);
  expect([...(await bytesOf('1/index/0.pf_index'))]).toEqual([0, 2, 2]);
  expect([...(await bytesOf('1/index/12.pf_index'))]).toEqual([1, 2, 2]);
  expect([...(await bytesOf('1/wasm.unknown.pagefind'))]).toEqual([7]);
  expect(requests).toEqual(['index/d-0.pf_index', 'index/d-12.pf_index', 'wasm.unknown.pagefind']);
});

test.each([
  '0/fragment/1.pf_fragment',
  '0/index/a.pf_index',
  '0/old/index/1.pf_index',
  '0/index/1.pf_index.bak',
])('%s is none of its files', async (path) => {
  await expect(served().bytesOf(path)).rejects.toThrow(`unexpected request by Pagefind: ${path}`);
});
