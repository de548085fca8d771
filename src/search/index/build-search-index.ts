/**
 * In: the SearchRecords of a site, and the folder it is built in.
 * Out: `pagefind/` in that folder: Pagefind's index over coded pairs, and what a browser ranks and shows results with.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { assignBundles, numberRecords } from './assign-bundles.ts';
import { buildBundle, type BundleIndex } from './build-bundle.ts';
import { openBundleCache } from './bundle-cache.ts';
import { ENGINE } from '../index-format.ts';
import { joinBundles } from './join-bundles.ts';
import { toOwnClient } from '../engine/own-client.ts';
import type { SearchRecord } from '../search-record.ts';
import { RECORDS_IN_CHUNK, type IndexTable, type SearchTable } from '../search-table.ts';
import { encodeRecord } from '../sections.ts';
import { toPinyinReadings } from './to-pinyin-readings.ts';
import { toNameList, toSearchTable } from './to-search-table.ts';

/** What a search index is built of, and where. */
export interface SearchIndexOptions {
  records: readonly SearchRecord[];
  outDir: string;
  /** Where bundles are kept that the next build can take over, and the digest of the code that indexes. */
  cache?: { folder: string; code: string };
}

/** Throws with Pagefind's own words where it reports an error. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<void> {
  const folder = join(options.outDir, 'pagefind');
  const records = numberRecords(options.records);
  const { count, bundleOf } = assignBundles(records.length);
  const numbers = Array.from({ length: count }, (): number[] => []);
  for (const [number, record] of records.entries()) numbers[bundleOf(record)]?.push(number);
  const { bundles, scales } = await indexBundles(records, numbers, options.cache);
  const index = await writeIndex(folder, bundles);
  await writeLists(folder, records);
  const table = toSearchTable(records, scales, index, bundleOf);
  const version = createHash('sha256')
    .update(JSON.stringify([table, records]))
    .digest('hex')
    .slice(0, 12);
  await writeJson(join(folder, 'table.json'), { version, ...table } satisfies SearchTable);
}

/** One bundle after the other, and the scales of all records. @param numbers Of the records of each bundle. */
async function indexBundles(
  records: readonly SearchRecord[],
  numbers: readonly (readonly number[])[],
  known: SearchIndexOptions['cache'],
): Promise<{ bundles: BundleIndex[]; scales: number[] }> {
  const cache = known && openBundleCache(known.folder, known.code);
  const bundles: BundleIndex[] = [];
  const scales: number[] = records.map(() => 1);
  try {
    for (const own of numbers) {
      const contents = own.flatMap((number) => {
        const record = records[number];
        if (!record) return [];
        const { content, scale } = encodeRecord(record);
        scales[number] = scale;
        return [content];
      });
      bundles.push(cache ? await cache.take(contents, buildBundle) : await buildBundle(contents));
    }
  } finally {
    await pagefind.close();
  }
  cache?.prune();
  return { bundles, scales };
}

/** The words, and Pagefind's client and engine. */
async function writeIndex(folder: string, bundles: readonly BundleIndex[]): Promise<IndexTable> {
  const { bounds, files } = joinBundles(bundles);
  const digest = createHash('sha256');
  for (const file of files) digest.update(file);
  const name = digest.digest('hex').slice(0, 12);
  for (const [number, file] of files.entries())
    await write(join(folder, 'index', `${name}-${number}.pf_index`), file);
  const own = bundles[0]?.pagefind;
  if (!own) throw new Error('no bundle');
  await write(join(folder, 'pagefind.js'), toOwnClient(Buffer.from(own.client).toString()));
  await write(join(folder, ENGINE), own.engine);
  return { digest: name, pagefind: own.version, bundles: bundles.length, bounds };
}

/** What results show, and names. */
async function writeLists(folder: string, records: readonly SearchRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += RECORDS_IN_CHUNK) {
    const chunk = records.slice(start, start + RECORDS_IN_CHUNK);
    await writeJson(join(folder, 'records', `${start / RECORDS_IN_CHUNK}.json`), chunk);
  }
  await writeJson(join(folder, 'names.json'), toNameList(records));
  const names = records.flatMap(({ name, indicators }) => [name, ...indicators.map((own) => own.name)]);
  await writeJson(join(folder, 'pinyin.json'), toPinyinReadings(names));
}

function writeJson(path: string, content: unknown): Promise<void> {
  return write(path, JSON.stringify(content));
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
