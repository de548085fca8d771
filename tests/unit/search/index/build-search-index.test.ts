import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../../../src/content/read-disclosure.ts';
import { buildBundle } from '../../../../src/search/index/build-bundle.ts';
import { encodeQuery } from '../../../../src/search/encode-pairs.ts';
import { joinBundles } from '../../../../src/search/index/join-bundles.ts';
import { openPagefind, type PagefindModule } from '../../../../src/search/engine/open-pagefind.ts';
import { toOwnClient } from '../../../../src/search/engine/own-client.ts';
import { buildSearchIndex } from '../../../../src/search/index/build-search-index.ts';
import type { SearchRecord } from '../../../../src/search/search-record.ts';
import type { SearchTable } from '../../../../src/search/search-table.ts';
import { encodeRecord } from '../../../../src/search/sections.ts';
import { toSearchRecord } from '../../../../src/search/index/to-search-record.ts';

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const { projects } = readDisclosure(new VFile({ path, value: readFileSync(path) }));
const records = projects.map((project) => toSearchRecord(project, '某单位'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-index-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => pagefind.close());

async function build(
  name: string,
  more: Partial<Parameters<typeof buildSearchIndex>[0]> = {},
): Promise<Map<string, string>> {
  const outDir = join(folder, name);
  await buildSearchIndex({ records, outDir, ...more });
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
  const first = await build('one');
  expect(first.size).toBeGreaterThan(5);
  expect(await build('two')).toEqual(first);
});

test('a bundle that has not changed is taken over, one that has is made anew, and no other is kept', async () => {
  const cache = { folder: join(folder, 'cache'), code: 'one' };
  const first = await build('first', { cache });
  const kept = readdirSync(cache.folder);
  expect(kept).toHaveLength(1);
  // A bundle that was made again would be written again.
  const path = join(cache.folder, kept[0] ?? '');
  utimesSync(path, 1, 1);
  expect(await build('second', { cache })).toEqual(first);
  expect(statSync(path).mtimeMs).toBe(1000);

  const fewer = await build('fewer', { cache, records: records.slice(1) });
  expect(fewer).toEqual(await build('fewer again', { records: records.slice(1) }));
  expect(readdirSync(cache.folder)).not.toEqual(kept);
  expect(readdirSync(cache.folder)).toHaveLength(1);
  await build('other code', { cache: { ...cache, code: 'two' }, records: records.slice(1) });
  expect(readdirSync(cache.folder)).toHaveLength(1);
});

test('holds each record once, largest budget first, and nothing that is not used', async () => {
  const files = [...(await build('one')).keys()];
  expect(files.filter((file) => /fragment|ui|\.css|highlight|worker/.test(file))).toEqual([]);
  const chunk = JSON.parse(
    readFileSync(join(folder, 'one/pagefind/records/0.json'), 'utf8'),
  ) as SearchRecord[];
  expect(chunk.map(({ yuan }) => yuan)).toEqual(
    records.map(({ yuan }) => yuan).sort((a, b) => Number(b) - Number(a)),
  );
});

/** Pagefind's own client, in Node, over what search would load. @param load Files of `pagefind/`. */
async function openClient(
  client: string,
  index: SearchTable['index'],
  sizes: readonly number[],
  load: (path: string) => Uint8Array,
) {
  const path = join(folder, `${createHash('sha256').update(JSON.stringify(sizes)).digest('hex')}.mjs`);
  writeFileSync(path, client);
  const { index: engine, lost } = await openPagefind(
    (await import(/* @vite-ignore */ path)) as PagefindModule,
    {
      index,
      sizes,
      load: async (file) => Promise.resolve(new Response(load(file) as Uint8Array<ArrayBuffer>)),
    },
  );
  const find = async (query: string) => {
    const { results } = await engine.search(query);
    return results.map(({ id, words }) => `${id} at ${words[0]}`).sort();
  };
  return { find, lost };
}

/** The same over the files of a site. @param load What becomes of them on the way. */
async function openSite(load = (_path: string, content: Buffer) => content) {
  await build('one');
  const base = join(folder, 'one/pagefind');
  const { index } = JSON.parse(readFileSync(join(base, 'table.json'), 'utf8')) as SearchTable;
  const client = readFileSync(join(base, 'pagefind.js'), 'utf8');
  return openClient(client, index, [records.length], (file) => load(file, readFileSync(join(base, file))));
}

/** Which records of which bundle, and the first place in each. */
const idsOf = (found: readonly string[]) => found.map((text) => text.replace(/ at .*/, ''));

test("Pagefind's own client finds records by their numbers in the files that are written", async () => {
  const { find, lost } = await openSite();
  expect(idsOf(await find(encodeQuery('民兵')))).toEqual(['0.3']);
  expect(idsOf(await find(encodeQuery('满意度')))).toEqual(records.map((_, number) => `0.${number}`));
  expect(await find(encodeQuery('兵民'))).toEqual([]);
  expect(lost()).toBe(0);
});

/** Every word of the records, coded as it is asked for. */
const asked = (all: readonly string[]) => [
  ...new Set(all.flatMap((content) => content.match(/[a-z]+/g) ?? [])),
];

test('a word is found in every bundle that has it, at the same places as in one bundle', async () => {
  const contents = records.map((record) => encodeRecord(record).content);
  const parts = [contents.slice(0, 3), [], contents.slice(3)];
  const bundles = await Promise.all([contents, ...parts].map(buildBundle));
  const [whole, ...split] = bundles;
  const own = whole?.pagefind;
  if (!own) throw new Error('no bundle');
  const client = toOwnClient(Buffer.from(own.client).toString());
  const open = ({ bounds, files }: ReturnType<typeof joinBundles>, sizes: readonly number[]) =>
    openClient(
      client,
      { digest: 'd', pagefind: own.version, bundles: sizes.length, bounds },
      sizes,
      (path) => files[Number(/^index\/d-(\d+)/.exec(path)?.[1])] ?? own.engine,
    );
  const one = await open(joinBundles([whole]), [7]);
  const joined = joinBundles(split, 1_000);
  expect(joined.files.length).toBeGreaterThan(20);
  const many = await open(joined, [3, 0, 4]);
  const words = asked(contents);
  expect(words.length).toBeGreaterThan(1000);
  for (const word of words) {
    const found = await one.find(`"${word}"`);
    expect(found.length).toBeGreaterThan(0);
    const renumbered = found.map((text) => {
      const number = Number(text.slice(2, text.indexOf(' ')));
      return text.replace(/^0\.\d+/, number < 3 ? `0.${number}` : `2.${number - 3}`);
    });
    expect(await many.find(`"${word}"`)).toEqual(renumbered.sort());
  }
});

test('words that can not be had are counted, for Pagefind takes them for words that are nowhere', async () => {
  let isThere = false;
  const { find, lost } = await openSite((file, content) => {
    if (file.startsWith('index/') && !isThere) throw new Error('no network');
    return content;
  });
  expect(await find(encodeQuery('民兵'))).toEqual([]);
  expect(lost()).toBe(1);
  isThere = true;
  expect(idsOf(await find(encodeQuery('民兵')))).toEqual(['0.3']);
  expect(lost()).toBe(1);
});

test('a host may have unpacked the files on the way', async () => {
  const { find, lost } = await openSite((file, content) =>
    file.startsWith('index/') ? gunzipSync(content) : content,
  );
  expect(idsOf(await find(encodeQuery('民兵')))).toEqual(['0.3']);
  expect(lost()).toBe(0);
});

test('a client that is not as it is known is refused', () => {
  expect(() => toOwnClient('export {}')).toThrow("Pagefind's client has no");
});

test('a site without projects has an index too', async () => {
  await buildSearchIndex({ records: [], outDir: folder });
  const table = JSON.parse(readFileSync(join(folder, 'pagefind/table.json'), 'utf8')) as SearchTable;
  expect(table.index).toMatchObject({ bundles: 1, bounds: [''] });
  expect(readdirSync(join(folder, 'pagefind/index'))).toHaveLength(1);
});
