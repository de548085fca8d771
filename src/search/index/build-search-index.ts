/**
 * In: the SearchRecords of a site, and its output folder.
 * Out: `pagefind/` in that folder: Pagefind's index of encoded pairs, and what a browser ranks and shows results with.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { ENGINE } from '../index-format.ts';
import type { SearchRecord } from '../search-record.ts';
import { RECORDS_IN_FILE, type IndexTable, type SearchTable } from '../search-table.ts';
import { encodeRecord } from '../sections.ts';
import { assignBundles, numberRecords } from './assign-bundles.ts';
import { buildBundle, type BundleIndex } from './build-bundle.ts';
import { openBundleCache } from './bundle-cache.ts';
import { checkClient } from './check-client.ts';
import { joinBundles } from './join-bundles.ts';
import { toPinyin } from './to-pinyin.ts';
import { toNameList, toSearchTable } from './to-search-table.ts';

export interface SearchIndexOptions {
  records: readonly SearchRecord[];
  outDir: string;
  /** Folder for the indexes of bundles, and the digest of the code that makes them. */
  cache?: { folder: string; code: string };
}

/** Throws Pagefind's errors. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<void> {
  const folder = join(options.outDir, 'pagefind');
  const records = numberRecords(options.records);
  const { count, bundleOf } = assignBundles(records.length);
  const numbers = Array.from({ length: count }, (): number[] => []);
  for (const [number, record] of records.entries()) numbers[bundleOf(record)]?.push(number);
  const { bundles, scales } = await indexBundles(records, numbers, options.cache);
  const index = await writeIndex(folder, bundles);
  await checkClient(folder, { index, bundles: numbers }, records);
  await writeLists(folder, records);
  const table = toSearchTable(records, scales, index, bundleOf);
  const version = digestOf([JSON.stringify([table, records])]);
  await writeJson(folder, 'table.json', { version, ...table } satisfies SearchTable);
}

/** One bundle after the other; and the scales of all records. @param numbers Project numbers by bundle. */
async function indexBundles(
  records: readonly SearchRecord[],
  numbers: readonly (readonly number[])[],
  options: SearchIndexOptions['cache'],
): Promise<{ bundles: BundleIndex[]; scales: number[] }> {
  const cache = options && openBundleCache(options.folder, options.code);
  const bundles: BundleIndex[] = [];
  const scales = records.map(() => 1);
  try {
    for (const bundle of numbers) {
      const contents = bundle.flatMap((number) => {
        const record = records[number];
        if (!record) return [];
        const { content, scale } = encodeRecord(record);
        scales[number] = scale;
        return content;
      });
      bundles.push(cache ? await cache.take(contents, buildBundle) : await buildBundle(contents));
    }
  } finally {
    await pagefind.close();
  }
  cache?.prune();
  return { bundles, scales };
}

/** The index, and Pagefind's client and WebAssembly as published. */
async function writeIndex(folder: string, bundles: readonly BundleIndex[]): Promise<IndexTable> {
  const { bounds, files } = joinBundles(bundles);
  const digest = digestOf(files);
  for (const [number, file] of files.entries())
    await write(folder, `index/${digest}-${number}.pf_index`, file);
  const published = bundles[0]?.pagefind;
  if (!published) throw new Error('no bundle');
  await write(folder, 'pagefind.js', published.client);
  await write(folder, ENGINE, published.engine);
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
  return hash.digest('hex').slice(0, 12);
}

function writeJson(folder: string, path: string, content: unknown): Promise<void> {
  return write(folder, path, JSON.stringify(content));
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
