/**
 * In: the coded contents of a bundle's records, in the order of their numbers.
 * Out: the files of one Pagefind index, by path. The same contents always give the same bytes.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';

/** No language: Pagefind then neither segments nor stems. */
const LANGUAGE = 'und';
/** What is on its way to Pagefind's program at a time; each record is there as text in several forms. */
const RECORDS_AT_ONCE = 200;
/** Pagefind's files are gzip, and begin with this. */
const MARK = 'pagefind_dcd';
const PAGES = 1;

/** Parts of Pagefind's metadata, by its own format: the version, the pages (id, number of words, fragment group), … */
type PagefindMeta = [
  version: string,
  pages: [id: string, words: number, group: string][],
  ...rest: unknown[],
];

/** Throws with Pagefind's own words where it reports an error. The caller closes Pagefind. */
export async function buildBundle(
  contents: readonly string[],
  number: number,
): Promise<Map<string, Uint8Array | string>> {
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
  return selectFiles(files, number);
}

/**
 * The first bundle holds the engine for all. Fragments hold nothing but code, and Pagefind's own interface is not used.
 * The ids that Pagefind makes up for pages give way to their numbers: a browser then knows at once which project is meant, and
 * has half as much to load.
 */
function selectFiles(files: readonly pagefind.IndexFile[], number: number): Map<string, Uint8Array | string> {
  const numbers = new Map<string, number>();
  for (const { path, content } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id !== undefined) numbers.set(id, numberIn(content));
  }
  const selected = new Map<string, Uint8Array | string>();
  for (const { path, content } of files) {
    if (path === 'pagefind.js') {
      if (number === 0) selected.set(path, content);
    } else if (path === 'wasm.unknown.pagefind') {
      if (number === 0) selected.set(`${number}/${path}`, content);
    } else if (path.endsWith('.pf_meta')) {
      selected.set(`${number}/${path}`, withNumbers(content, numbers, number));
    } else if (path === 'pagefind-entry.json' || path.startsWith('index/')) {
      selected.set(`${number}/${path}`, content);
    }
  }
  return selected;
}

/** The number of the record that a fragment is of: its address. */
function numberIn(fragment: Uint8Array): number {
  const text = gunzipSync(fragment).toString();
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
  return Number(url.slice(1, -1));
}

/** Metadata in which page ids are `<bundle>.<number>`. Numbers of words served Pagefind's own ranking alone. */
function withNumbers(meta: Uint8Array, numbers: ReadonlyMap<string, number>, bundle: number): Uint8Array {
  const parts = decode(gunzipSync(meta).subarray(MARK.length)) as PagefindMeta;
  const pages = parts[PAGES].map(([id, , group]) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`Pagefind's page ${id} has no fragment`);
    return [`${bundle}.${number.toString(36)}`, 1, group];
  });
  const [version, , ...rest] = parts;
  const rewritten = encode([version, pages, ...rest]);
  return gzipSync(Buffer.concat([Buffer.from(MARK), rewritten]), { level: 9 });
}
