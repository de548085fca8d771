import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../src/read-disclosure.ts';
import { encodeQuery } from '../../src/search/encode-pairs.ts';
import { buildSearchIndex } from '../../src/search/build-search-index.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { toSearchRecord } from '../../src/search/to-search-record.ts';

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const { projects } = readDisclosure(new VFile({ path, value: readFileSync(path) }));
const records = projects.map((project) => toSearchRecord(project, '某单位'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-index-'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true });
});

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
  // What is on disk is what comes out: a mark put there shows that it was not made again.
  const mark = join(cache.folder, kept[0] ?? '', 'mark');
  writeFileSync(mark, 'x');
  const second = await build('second', { cache });
  expect(second.delete('/pagefind/mark')).toBe(true);
  expect(second).toEqual(first);

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
    readFileSync(join(folder, 'one/pagefind/records/0-0.json'), 'utf8'),
  ) as SearchRecord[];
  expect(chunk.map(({ yuan }) => yuan)).toEqual(
    records.map(({ yuan }) => yuan).sort((a, b) => Number(b) - Number(a)),
  );
});

/** Pagefind's own client, in Node, over a folder. */
async function find(outDir: string, query: string): Promise<string[]> {
  const base = join(outDir, 'pagefind/');
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(new Response(readFileSync(url.replace(/\?.*/, '')))),
  );
  const client = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as {
    createInstance: (options: object) => { search: (text: string) => Promise<{ results: { id: string }[] }> };
  };
  const index = client.createInstance({ noWorker: true, basePath: `${base}0/`, language: 'und' });
  const { results } = await index.search(query);
  return results.map(({ id }) => id).sort();
}

test("Pagefind's own client reads the rewritten metadata, and answers with numbers", async () => {
  await build('one');
  const numbers = (word: string) => find(join(folder, 'one'), encodeQuery(word));
  expect(await numbers('民兵')).toEqual(['0.3']);
  expect(await numbers('满意度')).toEqual(['0.0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.6']);
  expect(await numbers('兵民')).toEqual([]);
});

test('a site without projects has an index too', async () => {
  await buildSearchIndex({ records: [], outDir: folder });
  const table = JSON.parse(readFileSync(join(folder, 'pagefind/table.json'), 'utf8')) as {
    bundles: number[];
  };
  expect(table.bundles).toEqual([0]);
});
