import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../../../src/content/read-disclosure.ts';
import { BARRIER, encodeQuery, indexedWords, toLetters } from '../../../../src/search/encode-pairs.ts';
import { ENGINE, LANGUAGE } from '../../../../src/search/index-format.ts';
import { indexWords } from '../../../../src/search/index/index-words.ts';
import { toIndexFiles } from '../../../../src/search/index/to-index-files.ts';
import { openPagefind, type PagefindModule } from '../../../../src/search/engine/open-pagefind.ts';
import { checkClient } from '../../../../src/search/index/check-client.ts';
import { buildSearchIndex } from '../../../../src/search/index/build-search-index.ts';
import type { SearchRecord } from '../../../../src/search/search-record.ts';
import { countBundles, type SearchTable } from '../../../../src/search/search-table.ts';
import { encodeRecord } from '../../../../src/search/sections.ts';
import { aRecord } from '../a-record.ts';
import { toSearchRecord } from '../../../../src/search/index/to-search-record.ts';

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const { projects } = readDisclosure(new VFile({ path, value: readFileSync(path) }));
const records = projects.map((project) => toSearchRecord(project, '某单位'));
let folder: string;
/** A site of these records: digests by path, and its `pagefind/`. */
let one: Map<string, string>;
let base: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-index-'));
  one = await build('one');
  base = join(folder, 'one/pagefind');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await pagefind.close();
});

async function build(name: string): Promise<Map<string, string>> {
  const outDir = join(folder, name);
  await buildSearchIndex({ records, guide: [], outDir });
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => [
      join(entry.parentPath, entry.name).slice(outDir.length),
      createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest('hex'),
    ]),
  );
}

test('two builds give the same bytes', async () => {
  expect(one.size).toBeGreaterThan(5);
  expect(await build('two')).toEqual(one);
});

test('holds each record once, largest budget first, and nothing that is not used', () => {
  const files = [...one.keys()];
  expect(files.filter((file) => /fragment|ui|\.css|highlight|worker/.test(file))).toEqual([]);
  const chunk = JSON.parse(readFileSync(join(base, 'records/0.json'), 'utf8')) as SearchRecord[];
  expect(chunk.map(({ yuan }) => yuan)).toEqual(
    records.map(({ yuan }) => yuan).sort((a, b) => Number(b) - Number(a)),
  );
});

/** Pagefind's client, in Node. @param load Files of `pagefind/`. */
async function openClient(
  client: Uint8Array,
  index: SearchTable['index'],
  load: (path: string) => Uint8Array,
) {
  const url = `data:text/javascript;base64,${Buffer.from(client).toString('base64')}`;
  const search = await openPagefind((await import(/* @vite-ignore */ url)) as PagefindModule, {
    index,
    projects: records.length,
    load: async (file) => Promise.resolve(new Response(load(file) as Uint8Array<ArrayBuffer>)),
  });
  return async (query: string) =>
    (await search(query)).map(({ number, positions }) => `${number} at ${positions[0]}`).sort();
}

/** The same over the files of a site. @param load Changes a file on its way. */
async function openSite(load = (_path: string, content: Buffer) => content) {
  const { index } = JSON.parse(readFileSync(join(base, 'table.json'), 'utf8')) as SearchTable;
  const client = readFileSync(join(base, 'pagefind.js'));
  return openClient(client, index, (file) => load(file, readFileSync(join(base, file))));
}

/** The numbers of the projects found. */
const numbersOf = (found: readonly string[]) => found.map((text) => Number.parseInt(text));

test("Pagefind's client finds projects by their numbers in the files that are written", async () => {
  const find = await openSite();
  expect(numbersOf(await find(encodeQuery('民兵')))).toEqual([3]);
  expect(numbersOf(await find(encodeQuery('满意度')))).toEqual([...records.keys()]);
  expect(await find(encodeQuery('兵民'))).toEqual([]);
});

test.each([1, 3])('every word is found in all records that have it, in %i bundles', async (bundles) => {
  const contents = records.map((record) => encodeRecord(record).words);
  const bundleSize = Math.ceil(records.length / bundles);
  const { bounds, files } = toIndexFiles(indexWords(contents, bundleSize), bundles, 1_000);
  expect(files.length).toBeGreaterThan(20);
  const find = await openClient(
    readFileSync(join(base, 'pagefind.js')),
    { digest: 'd', pagefind: '1.6.0', bundleSize, bounds },
    (path) => files[Number(/^index\/d-(\d+)/.exec(path)?.[1])] ?? readFileSync(join(base, ENGINE)),
  );
  const indexed = contents.map((content) => content.map(indexedWords));
  const words = new Set(indexed.flat(2));
  words.delete(BARRIER);
  expect(words.size).toBeGreaterThan(1000);
  for (const word of words) {
    const expected = indexed.flatMap((content, number) => {
      const position = content.findIndex((each) => each.includes(word));
      return position >= 0 ? `${number} at ${position}` : [];
    });
    expect(await find(`"${toLetters(word)}"`)).toEqual(expected);
  }
});

test.each([
  [0, 1],
  [2000, 1],
  [2001, 2],
])('%i projects are %i bundles', (projects, bundles) => {
  expect(countBundles(projects, 2000)).toBe(bundles);
});

test('a search rejects if an index file fails to load, and loads it again', async () => {
  let isOnline = false;
  const find = await openSite((file, content) => {
    if (file.startsWith('index/') && !isOnline) throw new Error('no network');
    return content;
  });
  await expect(find(encodeQuery('民兵'))).rejects.toThrow('an index file failed to load');
  isOnline = true;
  expect(numbersOf(await find(encodeQuery('民兵')))).toEqual([3]);
});

test('a search rejects if a host sends another file', async () => {
  const find = await openSite((file, content) =>
    file.startsWith('index/') ? Buffer.from('<!doctype html>') : content,
  );
  await expect(find(encodeQuery('民兵'))).rejects.toThrow('an index file failed to load');
});

test('a host may decompress the files', async () => {
  const find = await openSite((file, content) => (file.startsWith('index/') ? gunzipSync(content) : content));
  expect(numbersOf(await find(encodeQuery('民兵')))).toEqual([3]);
});

test("Pagefind's client and WebAssembly are published unchanged", async () => {
  const { index } = await pagefind.createIndex();
  await index?.addCustomRecord({ url: '/', content: 'a', language: LANGUAGE });
  const files = (await index?.getFiles())?.files ?? [];
  for (const name of ['pagefind.js', ENGINE]) {
    const published = files.find(({ path }) => path === name)?.content ?? new Uint8Array();
    expect(readFileSync(join(base, name)).equals(published), name).toBe(true);
  }
});

test.each([
  ['requests other files', '.pf_meta', '.meta'],
  ['returns other ids', 'id:result2.p,', 'id:"1",'],
])("a build fails if Pagefind's client %s", async (_, before, after) => {
  const { index } = JSON.parse(readFileSync(join(base, 'table.json'), 'utf8')) as SearchTable;
  const client = readFileSync(join(base, 'pagefind.js'), 'utf8');
  expect(client).toContain(before);
  const changed = mkdtempSync(join(folder, 'changed-'));
  cpSync(base, changed, { recursive: true });
  writeFileSync(join(changed, 'pagefind.js'), client.replaceAll(before, after));
  await expect(checkClient(changed, index, records)).rejects.toThrow();
});

test.each(['2018年扶贫资金', '8', '88', '8.5', '1,200人', '甲', '3甲', '甲3'])(
  'a site whose only project is named %s has an index',
  async (name) => {
    const outDir = join(folder, `named-${Buffer.from(name).toString('hex')}`);
    await buildSearchIndex({ records: [aRecord({ name })], guide: [], outDir });
    expect(readdirSync(join(outDir, 'pagefind/index'))).toHaveLength(1);
  },
);

test('a site without projects has an index too', async () => {
  const outDir = join(folder, 'empty');
  await buildSearchIndex({ records: [], guide: [], outDir });
  const table = JSON.parse(readFileSync(join(outDir, 'pagefind/table.json'), 'utf8')) as SearchTable;
  expect(table.index).toMatchObject({ bounds: [''] });
  expect(readdirSync(join(outDir, 'pagefind/index'))).toHaveLength(1);
});
