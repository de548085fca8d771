/**
 * In: the SearchRecords of a site, and the folder it is built in.
 * Out: `pagefind/` in that folder: Pagefind's indexes over coded pairs, and what a browser ranks and shows results with.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { assignBundles } from './assign-bundles.ts';
import { buildBundle } from './build-bundle.ts';
import { openBundleCache } from './bundle-cache.ts';
import type { SearchRecord } from './search-record.ts';
import { RECORDS_IN_CHUNK } from './search-table.ts';
import { encodeRecord } from './sections.ts';
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
  const cache = options.cache && openBundleCache(options.cache.folder, options.cache.code);
  const folder = join(options.outDir, 'pagefind');
  const bundles = assignBundles(options.records);
  const scales: number[][] = [];
  try {
    for (const [number, bundle] of bundles.entries()) {
      const encoded = bundle.map(encodeRecord);
      scales.push(encoded.map(({ scale }) => scale));
      const contents = encoded.map(({ content }) => content);
      const files = cache
        ? await cache.take(contents, number, buildBundle)
        : await buildBundle(contents, number);
      for (const [path, content] of files) await write(join(folder, path), content);
    }
  } finally {
    await pagefind.close();
  }
  cache?.prune();
  await writeLists(folder, bundles);
  const version = createHash('sha256').update(JSON.stringify(bundles)).digest('hex').slice(0, 12);
  await writeJson(join(folder, 'table.json'), toSearchTable(bundles, scales, version));
}

/** What results show, and names. */
async function writeLists(folder: string, bundles: readonly (readonly SearchRecord[])[]): Promise<void> {
  for (const [number, bundle] of bundles.entries()) {
    for (let start = 0; start < bundle.length; start += RECORDS_IN_CHUNK) {
      const chunk = bundle.slice(start, start + RECORDS_IN_CHUNK);
      await writeJson(join(folder, 'records', `${number}-${start / RECORDS_IN_CHUNK}.json`), chunk);
    }
    await writeJson(join(folder, 'names', `${number}.json`), toNameList(bundle));
  }
  const names = bundles
    .flat()
    .flatMap(({ name, indicators }) => [name, ...indicators.map((own) => own.name)]);
  await writeJson(join(folder, 'pinyin.json'), toPinyinReadings(names));
}

function writeJson(path: string, content: unknown): Promise<void> {
  return write(path, JSON.stringify(content));
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
