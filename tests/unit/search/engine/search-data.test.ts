import { afterEach, expect, test, vi } from 'vitest';
import { fetchFiles, toSearchData } from '../../../../src/search/engine/search-data.ts';
import { RECORDS_IN_FILE, type SearchTable } from '../../../../src/search/search-table.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const table: SearchTable = {
  version: 'v1',
  index: { digest: 'd', pagefind: '1', bundleSize: 1, bounds: [''] },
  ...{ bodies: [], types: [], disclosures: [], disclosure: [], type: [], nameLength: [], scale: [] },
  ...{ answered: [], budgets: [], traditional: {}, latin: [], guide: [] },
};

test('each file is loaded once, in the version of the table', async () => {
  const requests: string[] = [];
  const contents: Record<string, unknown> = {
    'table.json': table,
    'names.json?v=v1': 'names',
    'pinyin.json?v=v1': 'pinyin',
    'records/1.json?v=v1': Array.from({ length: RECORDS_IN_FILE }, (_, index) => `record ${index}`),
  };
  const data = toSearchData({
    load(path) {
      requests.push(path);
      return Promise.resolve(new Response(JSON.stringify(contents[path])));
    },
    importClient: () => Promise.reject(new Error('no client')),
  });
  expect(requests).toEqual([]);
  expect([await data.names(), await data.pinyin(), await data.names()]).toEqual(['names', 'pinyin', 'names']);
  expect([await data.record(RECORDS_IN_FILE), await data.record(RECORDS_IN_FILE + 3)]).toEqual([
    'record 0',
    'record 3',
  ]);
  expect((await data.projects()).table).toEqual(table);
  expect(requests).toEqual(Object.keys(contents));
  await expect(data.pagefind()).rejects.toThrow('no client');
});

test('a record that its file does not have is an error', async () => {
  const data = toSearchData({
    load: (path) => Promise.resolve(new Response(JSON.stringify(path === 'table.json' ? table : ['first']))),
    importClient: () => Promise.reject(new Error('no client')),
  });
  await expect(data.record(9)).rejects.toThrow('records/1.json has no record 9');
});

test('files are fetched below their base; what the host does not have is an error', async () => {
  const requests: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    requests.push(url);
    return Promise.resolve(new Response(url, { status: url.endsWith('b.json') ? 404 : 200 }));
  });
  const { load, importClient } = fetchFiles('data:text/javascript,export const name = "client";//');
  expect(await (await load('a.json')).text()).toMatch(/\/\/a\.json$/);
  await expect(load('b.json')).rejects.toThrow('b.json: 404');
  expect(requests).toHaveLength(2);
  expect(await importClient()).toMatchObject({ name: 'client' });
});

test('the engine is asked for together with the table, and once for all bundles', async () => {
  const requests: string[] = [];
  const answer = Promise.withResolvers<Response>();
  const data = toSearchData({
    load(path) {
      requests.push(path);
      return path === 'table.json' ? answer.promise : Promise.resolve(new Response('engine'));
    },
    importClient: () =>
      Promise.resolve({
        createInstance: () => ({
          mergeIndex: async (path) => {
            expect(await (await fetch(`${path}wasm.unknown.pagefind`)).text()).toBe('engine');
          },
          search: () => Promise.resolve({ results: [] }),
        }),
      }),
  });
  const opened = data.pagefind();
  expect(requests).toEqual(['table.json', 'wasm.unknown.pagefind']);
  answer.resolve(new Response(JSON.stringify({ ...table, scale: [1, 1, 1] })));
  expect(await (await opened)('清淤')).toEqual([]);
  expect(requests).toEqual(['table.json', 'wasm.unknown.pagefind']);
});
