/**
 * In: the encoded contents of a bundle's records, in order.
 * Out: Pagefind's index of them: each word, with its positions in the records. Equal contents give equal bytes.
 */
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { must } from '../../record/must.ts';
import { ENGINE, LANGUAGE, PAGEFIND_MARK } from '../index-format.ts';

/** Records in flight to the Pagefind process; limits memory. */
const RECORDS_AT_ONCE = 200;

export interface BundleIndex {
  /** Pagefind's version, client, and WebAssembly (compressed), as published. */
  pagefind: { version: string; client: Uint8Array; engine: Uint8Array };
  /** Sorted by UTF-16 units. */
  words: string[];
  /** Bytes of each word's entry. */
  lengths: number[];
  /** All entries, in CBOR: `[word, [[step, [weight, position, step to the next position, …]], …]]`; steps count records. */
  entries: Uint8Array;
}

/** From Pagefind's files. */
type PagefindWord = [
  word: string,
  pages: [step: number, positions: number[], inMeta: unknown[]][],
  variants: unknown[],
];
type PagefindMeta = [version: string, pages: [id: string, ...unknown[]][], ...unknown[]];
type Files = ReadonlyMap<string, Uint8Array>;

/** Throws Pagefind's errors. The caller must close Pagefind. */
export async function buildBundle(contents: readonly string[]): Promise<BundleIndex> {
  const { index, errors } = await pagefind.createIndex();
  throwAny(errors);
  if (!index) throw new Error('Pagefind made no index');
  for (let start = 0; start < contents.length; start += RECORDS_AT_ONCE) {
    const records = contents
      .slice(start, start + RECORDS_AT_ONCE)
      .map((content, number) => ({ url: `/${start + number}/`, content, language: LANGUAGE }));
    const results = await Promise.all(records.map((record) => index.addCustomRecord(record)));
    throwAny(results.flatMap((result) => result.errors));
  }
  const { files, errors: failures } = await index.getFiles();
  throwAny(failures);
  await index.deleteIndex();
  return toBundleIndex(new Map(files.map(({ path, content }) => [path, content])));
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

function toBundleIndex(files: Files): BundleIndex {
  const numbers = recordNumbers(files);
  const entries = matching(files, /^index\//)
    .flatMap(([, content]) => (decodeFile(content) as [PagefindWord[]])[0])
    .map((word): [string, Uint8Array] => [word[0], encodeEntry(word, numbers)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const [client, engine, entry] = ['pagefind.js', ENGINE, 'pagefind-entry.json'].map((path) =>
    files.get(path),
  );
  const { version } = JSON.parse(Buffer.from(must(entry)).toString()) as { version: string };
  return {
    pagefind: { version, client: must(client), engine: must(engine) },
    words: entries.map(([word]) => word),
    lengths: entries.map(([, { length }]) => length),
    entries: Buffer.concat(entries.map(([, bytes]) => bytes)),
  };
}

/** The record number of each of Pagefind's pages: the URL in the page's fragment. */
function recordNumbers(files: Files): number[] {
  const numbers = new Map(
    matching(files, /^fragment\/(.+)\.pf_fragment$/).map(([[, id], content]) => {
      const text = gunzipSync(content).toString();
      const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
      return [id, Number(url.slice(1, -1))];
    }),
  );
  return matching(files, /\.pf_meta$/).flatMap(([, content]) => {
    const [, pages] = decodeFile(content) as PagefindMeta;
    return pages.map(([id]) => must(numbers.get(id)));
  });
}

/**
 * Keeps the weight before the positions, though we don't use Pagefind's ranking: without it Pagefind uses a slower encoding (2×).
 *
 * Throws if an entry has parts that are not passed to the browser.
 */
function encodeEntry([word, pages, variants]: PagefindWord, numbers: readonly number[]): Uint8Array {
  if (variants.length > 0 || pages.some(([, , inMeta]) => inMeta.length > 0))
    throw new Error(`Pagefind's index has changed, at ${word}`);
  let page = 0;
  const records = pages.map(([step, positions]) => {
    page += step;
    return { number: must(numbers[page]), positions };
  });
  records.sort((a, b) => a.number - b.number);
  const steps = records.map(({ number, positions }, index) => [
    number - (records[index - 1]?.number ?? 0),
    positions,
  ]);
  return encode([word, steps]);
}

function decodeFile(content: Uint8Array): unknown {
  return decode(gunzipSync(content).subarray(PAGEFIND_MARK.length));
}

function matching(files: Files, pattern: RegExp): [match: string[], content: Uint8Array][] {
  return [...files].flatMap(([path, content]) => {
    const match = pattern.exec(path);
    return match ? [[match, content]] : [];
  });
}
