/**
 * In: the SearchRecords of a site, and its output folder.
 * Out: `pagefind/` in that folder: Pagefind's index of encoded pairs, and what a browser ranks and shows results with.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { openDigestStore } from '../../cache/digest-store.ts';
import { must } from '../../record/must.ts';
import { ENGINE } from '../index-format.ts';
import type { SearchRecord } from '../search-record.ts';
import { RECORDS_IN_FILE, type IndexTable, type SearchTable } from '../search-table.ts';
import { encodeRecord } from '../sections.ts';
import { assignBundles, numberRecords } from './assign-bundles.ts';
import { buildBundle, type BundleIndex } from './build-bundle.ts';
import { checkClient } from './check-client.ts';
import { joinBundles } from './join-bundles.ts';
import { toPinyin } from './to-pinyin.ts';
import { toNameList, toSearchTable } from './to-search-table.ts';

export interface SearchIndexOptions {
  records: readonly SearchRecord[];
  outDir: string;
  /** Folder for the indexes of bundles, and the digest of the code that makes them and of its packages. */
  cache?: { folder: string; code: string };
}

/** Throws Pagefind's errors. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<void> {
  const folder = join(options.outDir, 'pagefind');
  for (const name of ['index', 'records']) await mkdir(join(folder, name), { recursive: true });
  const records = numberRecords(options.records);
  const { count, bundleOf } = assignBundles(records.length);
  const byBundle = Map.groupBy(records.keys(), (number) => bundleOf(must(records[number])));
  const numbers = Array.from({ length: count }, (_, bundle) => byBundle.get(bundle) ?? []);
  const { bundles, scales } = await indexBundles(records, numbers, options.cache);
  const index = await writeIndex(folder, bundles);
  await checkClient(folder, { index, bundles: numbers }, records);
  await writeLists(folder, records);
  const table = toSearchTable(records, scales, index, bundleOf);
  const version = shortDigest([JSON.stringify([table, records])]);
  await writeJson(folder, 'table.json', { version, ...table } satisfies SearchTable);
}

/** One bundle after the other; and the scales of all records. @param numbers Project numbers by bundle. */
async function indexBundles(
  records: readonly SearchRecord[],
  numbers: readonly (readonly number[])[],
  cache: SearchIndexOptions['cache'],
): Promise<{ bundles: BundleIndex[]; scales: number[] }> {
  const store = cache && openDigestStore(cache.folder);
  const bundles: BundleIndex[] = [];
  const scales = records.map(() => 1);
  try {
    for (const bundle of numbers) {
      const contents = bundle.map((number) => {
        const { content, scale } = encodeRecord(must(records[number]));
        scales[number] = scale;
        return content;
      });
      const key = digestOf([cache?.code, ...contents].map((part) => `${part}\n`));
      const cached = decodeBundle(store?.get(key));
      const index = cached ?? (await buildBundle(contents));
      if (!cached) store?.put(key, encode(index));
      bundles.push(index);
    }
  } finally {
    await pagefind.close();
  }
  store?.prune();
  return { bundles, scales };
}

/** Null where nothing is stored, and where a disk damaged it. */
function decodeBundle(bytes: Uint8Array | null | undefined): BundleIndex | null {
  try {
    return bytes ? (decode(bytes) as BundleIndex) : null;
  } catch {
    return null;
  }
}

/** The index, and Pagefind's client and WebAssembly as published. */
async function writeIndex(folder: string, bundles: readonly BundleIndex[]): Promise<IndexTable> {
  const { bounds, files } = joinBundles(bundles);
  const digest = shortDigest(files);
  for (const [number, file] of files.entries())
    await writeFile(join(folder, `index/${digest}-${number}.pf_index`), file);
  const published = must(bundles[0]).pagefind;
  await writeFile(join(folder, 'pagefind.js'), published.client);
  await writeFile(join(folder, ENGINE), published.engine);
  return { digest, pagefind: published.version, bundles: bundles.length, bounds };
}

/** Records for results, and names. */
async function writeLists(folder: string, records: readonly SearchRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += RECORDS_IN_FILE) {
    const path = `records/${start / RECORDS_IN_FILE}.json`;
    await writeJson(folder, path, records.slice(start, start + RECORDS_IN_FILE));
  }
  await writeJson(folder, 'names.json', toNameList(records));
  const names = records.flatMap(({ name, indicators }) => [name, ...indicators.map((item) => item.name)]);
  await writeJson(folder, 'pinyin.json', toPinyin(names));
}

function digestOf(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}

/** For URLs. */
function shortDigest(contents: readonly (string | Uint8Array)[]): string {
  return digestOf(contents).slice(0, 12);
}

function writeJson(folder: string, path: string, content: unknown): Promise<void> {
  return writeFile(join(folder, path), JSON.stringify(content));
}
