/** The engine over an index that is built from a few records, with Pagefind's published client, in Node. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PagefindModule } from '../../../../src/search/engine/open-pagefind.ts';
import type { SearchFiles } from '../../../../src/search/engine/search-data.ts';
import { createSearchEngine } from '../../../../src/search/engine/search-engine.ts';
import { buildSearchIndex } from '../../../../src/search/index/build-search-index.ts';
import { must } from '../../../../src/record/must.ts';
import type { Answer, Query } from '../../../../src/search/query.ts';
import { aQuery } from '../an-answer.ts';
import { aRecord } from '../a-record.ts';

const records = [
  aRecord({
    name: '河道清淤',
    yuan: '300000.00',
    indicators: [['清淤长度', '3公里'], ['村民满意度', '≥95%', '满意度指标'], ['河'], ['河']],
    goal: '修好河岸，三年不淤。',
  }),
  aRecord({ name: '清淤', yuan: '200000.00', indicators: [['清淤设备', '2台', '成本指标']] }),
  aRecord({ name: '党建活动', yuan: '100000.00', indicators: [['党建次数'], ['清淤宣传']] }),
  aRecord({ name: '安全培训app', yuan: '10000.00', goal: '不淤' }),
  aRecord({ name: '绿化养护', yuan: '8000.00' }),
  aRecord({
    name: '绿化',
    yuan: '5000.00',
    indicators: [
      ['树木成活率', '90%'],
      ['树木养护费', '1万元', '成本指标'],
    ],
    goal: '种好树木。',
  }),
];
const guide = [
  { title: '怎样搜索', page: null, url: '/guide/search/' },
  { title: '按金额找', page: '怎样搜索', url: '/guide/search/#按金额找' },
];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-engine-'));
  await buildSearchIndex({ records, guide, outDir: folder });
  copyFileSync(join(folder, 'pagefind/pagefind.js'), join(folder, 'pagefind.mjs'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** @param isMissing Whether a path can't be loaded now. */
function filesOf(isMissing: (path: string) => boolean = () => false) {
  const requests: string[] = [];
  const files: SearchFiles = {
    load(path) {
      requests.push(path);
      if (isMissing(path)) return Promise.reject(new Error(`${path}: 404`));
      const content = readFileSync(join(folder, 'pagefind', path.replace(/\?v=\w+$/, '')));
      return Promise.resolve(new Response(content));
    },
    importClient: () =>
      import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.mjs')).href) as Promise<PagefindModule>,
  };
  return { files, requests };
}

/** An engine loads each file once, so that most queries share one. */
const shared = createSearchEngine('', filesOf().files);

async function ask(text: string, query: Partial<Query> = {}, files?: SearchFiles): Promise<Answer> {
  const engine = files ? createSearchEngine('', files) : shared;
  return must(await engine({ ...aQuery(text), ...query }));
}

const namesOf = ({ hits }: Answer) => hits.map(({ name }) => name.text);

test.each<[text: string, names: string[]]>([
  // Exact, begins, contains; then an indicator's name, a value, any other cell.
  ['清淤', ['清淤', '河道清淤', '党建活动']],
  ['河道', ['河道清淤']],
  ['不淤', ['河道清淤', '安全培训app']],
  ['淤', ['河道清淤', '清淤', '党建活动', '安全培训app']],
  ['清淤 设备', ['清淤']],
  ['清淤 党建', ['党建活动']],
  ['淤清', []],
  ['', []],
])('%s finds %j', async (text, names) => {
  const answer = await ask(text);
  expect(namesOf(answer)).toEqual(names);
  expect([answer.count, answer.total]).toEqual([names.length, names.length]);
  expect(answer.isNamesOnly).toBe(false);
});

test.each<[sort: Query['sort'], names: string[]]>([
  ['budget', ['河道清淤', '清淤', '党建活动']],
  ['budget-up', ['党建活动', '清淤', '河道清淤']],
  ['name', ['党建活动', '河道清淤', '清淤']],
])('sorts by %s', async (sort, names) => {
  expect(namesOf(await ask('清淤', { sort }))).toEqual(names);
});

test('a limit leaves out hits, but not their count', async () => {
  const answer = await ask('清淤', { limit: 1 });
  expect(namesOf(answer)).toEqual(['清淤']);
  expect(answer.count).toBe(3);
});

test('counts the facets of every match only if it is asked to', async () => {
  expect((await ask('清淤')).choices.category).toEqual([]);
  const counted = await ask('清淤', { withFacets: true });
  expect(counted.isNamesOnly).toBe(false);
  expect(counted.choices.category).toEqual([
    { value: '项目名称', count: 2 },
    { value: '产出指标', count: 2 },
    { value: '成本指标', count: 1 },
  ]);
  // For one character the best facet of each project is known.
  expect((await ask('淤', { withFacets: true })).choices.category).toEqual([
    { value: '项目名称', count: 2 },
    { value: '产出指标', count: 1 },
    { value: '目标和其他', count: 1 },
  ]);
});

test('a pair of characters may be in projects that the whole word is not in', async () => {
  const answer = await ask('清淤设备', { withFacets: true });
  expect([namesOf(answer), answer.isNamesOnly]).toEqual([['清淤'], false]);
  expect(answer.choices.category).toEqual([{ value: '成本指标', count: 1 }]);
});

test.each([
  [false, 2],
  [true, 3],
])('with facets (%s) each pair of a word is looked up too', async (withFacets, count) => {
  const { files } = filesOf();
  const queries: string[] = [];
  const importClient = async (): Promise<PagefindModule> => {
    const client = await files.importClient();
    return {
      createInstance(options) {
        const instance = client.createInstance(options);
        return {
          mergeIndex: (path, more) => instance.mergeIndex(path, more),
          search(query) {
            queries.push(query);
            return instance.search(query);
          },
        };
      },
    };
  };
  await ask('清淤', { withFacets }, { ...files, importClient });
  // The first search waits until the index is loaded.
  expect(queries).toHaveLength(count);
});

test('under a category, only its indicators are shown', async () => {
  const shown = async (category: string) => {
    const answer = await ask('清淤', { filters: { category }, withFacets: true });
    return answer.hits.map(({ indicators }) => indicators.map(({ name }) => name.text));
  };
  expect(await shown('成本指标')).toEqual([['清淤设备']]);
  expect(await shown('产出指标')).toEqual([['清淤长度'], ['清淤宣传']]);
  expect(await shown('项目名称')).toEqual([['清淤设备'], ['清淤长度']]);
  expect(await shown('目标和其他')).toEqual([]);
  const ofTrees = async (category: string) => {
    const { hits } = await ask('树木', { filters: { category }, withFacets: true });
    return hits.map(({ indicators }) => indicators.map(({ name }) => name.text));
  };
  expect(await ofTrees('成本指标')).toEqual([['树木养护费']]);
  expect(await ofTrees('产出指标')).toEqual([['树木成活率']]);
  expect(await ofTrees('目标和其他')).toEqual([['树木成活率', '树木养护费']]);
});

test('pinyin is searched in names only, without the engine', async () => {
  const { files, requests } = filesOf();
  const answer = await ask('dangjian', { sort: 'name' }, files);
  expect(namesOf(answer)).toEqual(['党建活动']);
  expect([answer.words, answer.readAs, answer.isNamesOnly]).toEqual([['党建'], ['党建'], false]);
  expect(answer.inside).toEqual([]);
  expect(requests.filter((path) => /index|wasm/.test(path))).toEqual([]);
});

test.each([
  ['qingyu', '清淤'],
  ['hdqy', '河道清淤'],
  ['hd', '河道清淤'],
  ['cunmin', '河道清淤'],
  ['app', '安全培训app'],
])('%s finds %s first', async (text, name) => {
  expect(namesOf(await ask(text))[0]).toBe(name);
});

test('traditional characters that the content lacks are replaced', async () => {
  const answer = await ask('黨建');
  expect(namesOf(answer)).toEqual(['党建活动']);
  expect([answer.words, answer.readAs]).toEqual([['党建'], ['党建']]);
});

test('a word that is read as typed is not said to be read as another', async () => {
  expect((await ask('清淤')).readAs).toEqual([]);
});

test('names are loaded where they are searched or sorted by', async () => {
  const { files, requests } = filesOf();
  const namesOfAll = () => requests.filter((path) => path.startsWith('names.json'));
  await ask('清淤', { sort: 'relevance' }, files);
  expect(namesOfAll()).toEqual([]);
  await ask('清淤', { sort: 'name' }, files);
  expect(namesOfAll()).toHaveLength(1);
});

test('without the index names are searched, and the answer says so', async () => {
  const { files } = filesOf((path) => path.startsWith('index/'));
  const answer = await ask('清淤', {}, files);
  expect(namesOf(answer)).toEqual(['清淤', '河道清淤', '党建活动']);
  expect(answer.isNamesOnly).toBe(true);
  expect(namesOf(await ask('公里', {}, files))).toEqual([]);
  // The whole name goes before its beginning, whatever the budgets.
  expect(namesOf(await ask('绿化', {}, files))).toEqual(['绿化', '绿化养护']);
  const { choices } = await ask('设备', { withFacets: true }, files);
  expect(choices.category).toEqual([{ value: '成本指标', count: 1 }]);
});

test('without names too, a search is rejected; each file is requested again by the next search', async () => {
  let isOnline = false;
  const { files } = filesOf((path) => !isOnline && !path.startsWith('table'));
  const engine = createSearchEngine('', {
    ...files,
    importClient: () => (isOnline ? files.importClient() : Promise.reject(new Error('offline'))),
  });
  await expect(engine(null)).rejects.toThrow('offline');
  await expect(engine(aQuery('清淤'))).rejects.toThrow('names.json');
  isOnline = true;
  expect(await engine(null)).toBeNull();
  expect(namesOf(must(await engine(aQuery('清淤'))))).toHaveLength(3);
});

test('each file is loaded once, in the version of the table', async () => {
  const { files, requests } = filesOf();
  const engine = createSearchEngine('', files);
  const query: Query = { ...aQuery('清淤'), sort: 'name', withFacets: true };
  await engine(query);
  await engine(query);
  expect(new Set(requests).size).toBe(requests.length);
  expect(requests.filter((path) => !path.includes('?v='))).toEqual(['table.json', 'wasm.unknown.pagefind']);
});

test('records that are missing from their file are an error', async () => {
  const { files } = filesOf();
  const load = (path: string) =>
    path.startsWith('records/') ? Promise.resolve(new Response('[]')) : files.load(path);
  await expect(ask('清淤', {}, { ...files, load })).rejects.toThrow('records/0.json has no record');
});

test('a browser without DecompressionStream loads fflate', async () => {
  vi.stubGlobal('DecompressionStream', undefined);
  try {
    expect(namesOf(await ask('设备', {}, filesOf().files))).toEqual(['清淤']);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("requests that aren't Pagefind's reach the network as before", async () => {
  await ask('清淤', {}, filesOf().files);
  const response = await fetch('data:text/plain,x');
  expect(await response.text()).toBe('x');
  await expect(fetch(new URL('file:///nothing'))).rejects.toThrow();
});
