/**
 * In: what Pagefind's client asks for, of a folder for each bundle.
 * Out: what it reads there: made of the table, or taken from the files that all bundles share.
 */
import {
  cborArray,
  cborText,
  ENGINE,
  isMarked,
  LANGUAGE,
  marked,
  splitParts,
  toChunk,
  type Bytes,
} from '../index-format.ts';
import type { OwnClient } from './own-client.ts';
import type { IndexTable } from '../search-table.ts';

/** What it needs, from where search loads its files. */
export interface AnswerOptions {
  index: IndexTable;
  /** Number of projects of each bundle. */
  sizes: readonly number[];
  /** Loads a file of `pagefind/`. Rejects where it can't be had. */
  load: (path: string) => Promise<Response>;
  unpack: OwnClient['unpack'];
}

export interface PagefindAnswers {
  answer: (url: string) => Promise<Response>;
  /** Files of words that could not be had so far: Pagefind itself takes them for empty. */
  lost: () => number;
}

/** After every word that there is. */
const BEHIND_ALL = '~';

/** The folder that Pagefind is told to find a bundle in. */
export function bundleFolder(bundle: number): string {
  return `/bundle/${bundle}/`;
}

/** A record's bundle and its number there, of the id that Pagefind knows it by. */
export function fromRecordId(id: string): { bundle: number; own: number } {
  const dot = id.indexOf('.');
  return { bundle: Number(id.slice(0, dot)), own: Number.parseInt(id.slice(dot + 1), 36) };
}

function toRecordId(bundle: number, own: number): string {
  return `${bundle}.${own.toString(36)}`;
}

export function answerPagefind({ index, sizes, load, unpack }: AnswerOptions): PagefindAnswers {
  const files = new Map<string, { parts: Promise<Bytes[]>; asked: number }>();
  /** The same for all bundles, and long. */
  const chunks = cborArray(
    index.bounds.map((bound, file) =>
      cborArray([bound, index.bounds[file + 1] ?? BEHIND_ALL, String(file)].map(cborText)),
    ),
  );
  let lost = 0;

  return {
    async answer(url) {
      const [, number = '', path = ''] = /^\/bundle\/(\d+)\/([^?]+)/.exec(url) ?? [];
      const bundle = Number(number);
      if (path === 'pagefind-entry.json') return new Response(JSON.stringify(entryOf(bundle)));
      if (path === ENGINE) return load(ENGINE);
      if (path.endsWith('.pf_meta')) return new Response(metaOf(bundle));
      const file = /^index\/(\d+)\.pf_index$/.exec(path)?.[1];
      if (file === undefined) throw new Error(`nothing is known of ${url}`);
      return new Response((await wordsOf(file))[bundle] ?? toChunk([]));
    },
    lost: () => lost,
  };

  function entryOf(bundle: number): object {
    const own = { hash: String(bundle), wasm: 'unknown', page_count: sizes[bundle] ?? 0 };
    return { version: index.pagefind, languages: { [LANGUAGE]: own }, include_characters: [] };
  }

  /** Version, pages, chunks; then what filters, sorts and titles would need. Numbers of words serve Pagefind's own ranking alone. */
  function metaOf(bundle: number): Bytes {
    const [one, nothing, none] = [Uint8Array.of(1), cborText(''), cborArray([])];
    const pages = Array.from({ length: sizes[bundle] ?? 0 }, (_, own) =>
      cborArray([cborText(toRecordId(bundle, own)), one, nothing]),
    );
    return marked(cborArray([cborText(index.pagefind), cborArray(pages), chunks, none, none, none]));
  }

  /** The parts of all bundles, kept until each has asked for them; loaded anew after a failure. */
  function wordsOf(file: string): Promise<Bytes[]> {
    let words = files.get(file);
    if (!words) {
      const parts = loadWords(file).catch((error: unknown) => {
        lost += 1;
        files.delete(file);
        throw error;
      });
      words = { parts, asked: 0 };
      files.set(file, words);
    }
    words.asked += 1;
    if (words.asked === index.bundles) files.delete(file);
    return words.parts;
  }

  async function loadWords(file: string): Promise<Bytes[]> {
    const response = await load(`index/${index.digest}-${file}.pf_index`);
    const content = new Uint8Array(await response.arrayBuffer());
    return splitParts(isMarked(content) ? content : unpack(content), index.bundles);
  }
}
