/**
 * In: the SearchRecords of a site, and its output folder.
 * Out: `pagefind/` in that folder: indexes in Pagefind's format, Pagefind's client, and what a browser ranks and shows results with.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINE } from '../index-format.ts';
import type { SearchRecord } from '../search-record.ts';
import {
  countBundles,
  PROJECTS_IN_BUNDLE,
  QUANTITY_KINDS,
  RECORDS_IN_FILE,
  type GuideEntry,
  type SearchTable,
} from '../search-table.ts';
import { encodeRecord } from '../sections.ts';
import { checkClient } from './check-client.ts';
import { indexWords } from './index-words.ts';
import { numberRecords } from './number-records.ts';
import { readPagefind } from './read-pagefind.ts';
import { toIndexFiles } from './to-index-files.ts';
import { toPinyin } from './to-pinyin.ts';
import { toQuantityLists } from './to-quantity-lists.ts';
import { toBodyAddresses, toNameList, toSearchTable } from './to-search-table.ts';
import { toSounds } from './to-sounds.ts';

export interface SearchIndexOptions {
  records: readonly SearchRecord[];
  /** Headings of the guide. */
  guide: GuideEntry[];
  outDir: string;
}

/** Throws if Pagefind's indexer can't be run, and if its client doesn't find the records. */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<void> {
  const folder = join(options.outDir, 'pagefind');
  for (const name of ['index', 'records', 'quantities']) await mkdir(join(folder, name), { recursive: true });
  const records = numberRecords(options.records);
  const scales: number[] = [];
  const words = indexWords(encodeRecords(records, scales));
  const bundles = countBundles(records.length, PROJECTS_IN_BUNDLE);
  const { bounds, files } = toIndexFiles(words, bundles);
  const digest = shortDigest(files);
  for (const [number, file] of files.entries())
    await writeFile(join(folder, `index/${digest}-${number}.pf_index`), file);
  const { version: pagefind, client, engine } = await readPagefind();
  await writeFile(join(folder, 'pagefind.js'), client);
  await writeFile(join(folder, ENGINE), engine);
  const index = { digest, pagefind, bundleSize: PROJECTS_IN_BUNDLE, bounds };
  await checkClient(folder, index, records);
  await writeLists(folder, records);
  const table = toSearchTable(records, scales, { index, guide: options.guide });
  const version = shortDigest([JSON.stringify([table, records])]);
  await writeJson(folder, 'table.json', { version, ...table } satisfies SearchTable);
}

/** The words of each record, one after the other, as all of them would need much memory. @param scales Where their scales go. */
function* encodeRecords(records: readonly SearchRecord[], scales: number[]): Generator<string[]> {
  for (const record of records) {
    const { words, scale } = encodeRecord(record);
    scales.push(scale);
    yield words;
  }
}

/** Records for results, names, and what only some queries need. */
async function writeLists(folder: string, records: readonly SearchRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += RECORDS_IN_FILE) {
    const path = `records/${start / RECORDS_IN_FILE}.json`;
    await writeJson(folder, path, records.slice(start, start + RECORDS_IN_FILE));
  }
  await writeJson(folder, 'names.json', toNameList(records));
  const names = records.flatMap(({ name, publisher, indicators }) => [
    ...[name, publisher],
    ...indicators.map((item) => item.name),
  ]);
  await writeJson(folder, 'pinyin.json', toPinyin(names));
  await writeJson(folder, 'bodies.json', toBodyAddresses(records));
  await writeJson(folder, 'sounds.json', toSounds());
  const quantities = toQuantityLists(records);
  for (const kind of QUANTITY_KINDS) await writeJson(folder, `quantities/${kind}.json`, quantities[kind]);
}

/** For URLs. */
function shortDigest(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 12);
}

function writeJson(folder: string, path: string, content: unknown): Promise<void> {
  return writeFile(join(folder, path), JSON.stringify(content));
}
