/**
 * In: the SearchRecords of a site, and the folder it is built in.
 * Out: `pagefind/` in that folder: Pagefind's index over coded pairs, and the records that its results show.
 */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as pagefind from 'pagefind';
import { encodeCells } from './encode-pairs.ts';
import { toSearchable } from './fold.ts';
import { RECORDS_IN_CHUNK, chunkOf, type ChunkManifest, type RecordChunk } from './record-chunk.ts';
import { textsOf, type SearchRecord } from './search-record.ts';

/** No language: Pagefind then neither segments nor stems. The client of a zh-CN page finds no index for zh and takes this one. */
const LANGUAGE = 'und';

/** Throws with Pagefind's own words where it reports an error. */
export async function buildSearchIndex(options: {
  records: readonly SearchRecord[];
  outDir: string;
}): Promise<void> {
  const { records, outDir } = options;
  const folder = join(outDir, 'pagefind');
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    for (const record of records) {
      const cells = textsOf(record).map((text) => toSearchable(text).text);
      const added = await index.addCustomRecord({
        url: record.url,
        content: encodeCells([...new Set(cells)]),
        language: LANGUAGE,
      });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${record.url}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  } finally {
    await pagefind.close();
  }
  await writeRecords(records, folder);
  await removeUnused(folder);
}

/** Writes the records by the ids of Pagefind's fragments, which hold the code and are of no use to a reader. */
async function writeRecords(records: readonly SearchRecord[], folder: string): Promise<void> {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const chunks = Math.max(1, Math.ceil(records.length / RECORDS_IN_CHUNK));
  const files = Array.from({ length: chunks }, (): RecordChunk => ({}));
  const fragments = records.length === 0 ? [] : await readdir(join(folder, 'fragment'));
  for (const name of fragments.sort()) {
    const id = basename(name, '.pf_fragment');
    const record = byUrl.get(await readFragmentUrl(join(folder, 'fragment', name)));
    const file = files[chunkOf(id, chunks)];
    if (!record || !file) throw new Error(`Pagefind's fragment ${name} names a page that was not indexed`);
    file[id] = record;
  }
  const manifest: ChunkManifest = { chunks };
  await writeFile(join(folder, 'records.json'), JSON.stringify(manifest));
  await Promise.all(
    files.map((file, number) => writeFile(join(folder, `records-${number}.json`), JSON.stringify(file))),
  );
}

const unzip = promisify(gunzip);

/** A fragment is gzipped JSON behind a mark of twelve letters. */
async function readFragmentUrl(path: string): Promise<string> {
  const text = (await unzip(await readFile(path))).toString();
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
  return url;
}

/** Pagefind's own interface, and the fragments, are not used. */
async function removeUnused(folder: string): Promise<void> {
  await rm(join(folder, 'fragment'), { recursive: true, force: true });
  const names = await readdir(folder);
  const unused = names.filter((name) => /^pagefind-(?!entry)|\.css$/.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name))));
}
