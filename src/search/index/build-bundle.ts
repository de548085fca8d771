/**
 * In: the coded contents of a bundle's records, in the order of their numbers.
 * Out: what Pagefind made of them: each word, and where it stands in which records. The same contents always give the same bytes.
 */
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { ENGINE, LANGUAGE, PAGEFIND_MARK } from '../index-format.ts';

/** What is on its way to Pagefind's program at a time; each record is there as text in several forms. */
const RECORDS_AT_ONCE = 200;

/** The index of one bundle, and what reads it. */
export interface BundleIndex {
  /** Pagefind's version, its client, and its engine as it is compressed. */
  pagefind: { version: string; client: Uint8Array; engine: Uint8Array };
  /** Sorted by UTF-16 units. */
  words: string[];
  /** Bytes of each word's entry. */
  lengths: number[];
  /** One behind the other, as CBOR: `[word, [[records since the last, [weight, place, words since the last, …]], …]]`. */
  entries: Uint8Array;
}

/** A record in which a word stands, and its places: a weight, then each counted from the last. */
type Found = [number: number, places: number[]];
/** Pagefind's own files, by its format. */
type PagefindWord = [
  word: string,
  records: [step: number, places: number[], inMeta: unknown[]][],
  variants: unknown[],
];
type PagefindMeta = [
  version: string,
  pages: [id: string, words: number, group: string][],
  ...rest: unknown[],
];
type Files = ReadonlyMap<string, Uint8Array>;

/** Throws with Pagefind's own words where it reports an error. The caller closes Pagefind. */
export async function buildBundle(contents: readonly string[]): Promise<BundleIndex> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (let start = 0; start < contents.length; start += RECORDS_AT_ONCE) {
    const some = contents.slice(start, start + RECORDS_AT_ONCE);
    const added = await Promise.all(
      some.map((content, own) =>
        index.addCustomRecord({ url: `/${start + own}/`, content, language: LANGUAGE }),
      ),
    );
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(`Pagefind: ${refused.join('; ')}`);
  }
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
  await index.deleteIndex();
  return toBundleIndex(new Map(files.map(({ path, content }) => [path, content])));
}

function toBundleIndex(files: Files): BundleIndex {
  const numbers = numbersOfPages(files);
  const words = matching(files, /^index\//).flatMap((content) => wordsIn(content));
  const entries = words
    .map(([word, records]): [string, Uint8Array] => [word, encodeEntry(word, toFound(records, numbers))])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { version } = JSON.parse(textOf(files, 'pagefind-entry.json')) as { version: string };
  return {
    pagefind: {
      version,
      client: contentOf(files, 'pagefind.js'),
      engine: contentOf(files, ENGINE),
    },
    words: entries.map(([word]) => word),
    lengths: entries.map(([, entry]) => entry.length),
    entries: Buffer.concat(entries.map(([, entry]) => entry)),
  };
}

/** By Pagefind's number of a page: the number of the record, which is its address. */
function numbersOfPages(files: Files): number[] {
  const byId = new Map<string, number>();
  for (const [path, content] of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    byId.set(id, Number(url.slice(1, -1)));
  }
  return matching(files, /\.pf_meta$/).flatMap((content) => {
    const [, pages] = unpack(content) as PagefindMeta;
    return pages.map(([id]) => {
      const number = byId.get(id);
      if (number === undefined) throw new Error(`Pagefind's page ${id} has no fragment`);
      return number;
    });
  });
}

/** Throws where there is more to a word than a browser is given. */
function wordsIn(content: Uint8Array): PagefindWord[] {
  const [words] = unpack(content) as [PagefindWord[]];
  for (const [word, records, variants] of words)
    if (variants.length > 0 || records.some(([, , inMeta]) => inMeta.length > 0))
      throw new Error(`Pagefind's index is not as it is known, at ${word}`);
  return words;
}

/** Pagefind counts pages from one to the next. */
function toFound(records: PagefindWord[1], numbers: readonly number[]): Found[] {
  let page = 0;
  return records
    .map(([step, places]): Found => {
      page += step;
      return [numbers[page] ?? -1, places];
    })
    .sort(([a], [b]) => a - b);
}

/**
 * Places with their weight, a negative number before them, though Pagefind's ranking is not ours: without it Pagefind takes
 * another, whose scores it writes half as fast.
 */
function encodeEntry(word: string, found: readonly Found[]): Uint8Array {
  let last = 0;
  const records = found.map(([number, places]) => {
    const step = number - last;
    last = number;
    return [step, places];
  });
  return encode([word, records]);
}

function unpack(content: Uint8Array): unknown {
  return decode(gunzipSync(content).subarray(PAGEFIND_MARK.length));
}

function matching(files: Files, pattern: RegExp): Uint8Array[] {
  return [...files].filter(([path]) => pattern.test(path)).map(([, content]) => content);
}

function contentOf(files: Files, path: string): Uint8Array {
  const content = files.get(path);
  if (!content) throw new Error(`Pagefind has written no ${path}`);
  return content;
}

function textOf(files: Files, path: string): string {
  return Buffer.from(contentOf(files, path)).toString();
}
