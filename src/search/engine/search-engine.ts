/**
 * In: a Query.
 * Out: its Answer: the projects of which each word stands in a cell, ranked, filtered, counted; the first of them to be shown.
 *
 * Runs in a worker, or on the page where there are none; touches no page.
 */
import { fromRecordId } from './answer-pagefind.ts';
import { encodePairs, encodeQuery } from '../encode-pairs.ts';
import { findByPinyin } from './find-by-pinyin.ts';
import { toSearchable, toWords } from '../fold.ts';
import {
  openPagefind,
  type OpenPagefind,
  type PagefindModule,
  type PagefindResult,
} from './open-pagefind.ts';
import { createProjectTable } from './filter-projects.ts';
import type { Answer, Query } from '../query.ts';
import type { SearchRecord } from '../search-record.ts';
import { RECORDS_IN_CHUNK, type NameList, type PinyinReadings, type SearchTable } from '../search-table.ts';
import { matchAt, PLACES, placeOfCategory, placesOfPhrase, Rank, type Match } from '../sections.ts';
import { toHit, type Word } from '../to-hit.ts';

/** Projects, by number, in which a word was found. */
type Found = Map<number, Match>;

export interface SearchEngine {
  /** Rejects where not even names can be loaded. A query without words finds nothing. */
  search(query: Query): Promise<Answer>;
  /** Loads what the first search needs. */
  warmUp(): Promise<void>;
}

/** Nothing is loaded before it is asked. @param base Address of the folder `pagefind/`, with a slash at its end. */
export function createSearchEngine(base: string): SearchEngine {
  const table = once(async () =>
    createProjectTable(await toJson<SearchTable>(fetchFile(`${base}table.json`))),
  );
  const pagefind = once(loadPagefind);
  const readings = once(async () => load<PinyinReadings>('pinyin.json'));
  const names = once(async () => load<NameList>('names.json'));
  const chunks = new Map<string, Promise<SearchRecord[]>>();

  return {
    async warmUp() {
      await pagefind();
    },
    async search({ text, filters, sort, limit, withPlaces }) {
      const projects = await table();
      const words = toWords(text).map((word) => projects.toSimplified(word));
      const readAs = new Set(words.filter((word) => !toWords(text).includes(word)));
      let isNamesOnly = false;
      const looked = words.map(async (word): Promise<{ found: Found; word: Word }> => {
        if (projects.isPinyin(word)) {
          const byPinyin = await findPinyin(word);
          for (const variant of byPinyin.word) readAs.add(variant);
          return byPinyin;
        }
        try {
          const exact = await findExact(word);
          return { found: withPlaces ? await addPlaces(exact, word) : exact, word: [word] };
        } catch {
          isNamesOnly = true;
          return { found: await findInNames((name) => (name.includes(word) ? [word] : [])), word: [word] };
        }
      });
      const answers = await Promise.all(looked);
      const found = intersect(answers.map((answer) => answer.found));
      const collator = sort === 'name' ? new Intl.Collator('zh-CN') : null;
      const listed = collator ? (await names()).names : [];
      const compare = collator
        ? (a: number, b: number) => collator.compare(listed[a] ?? '', listed[b] ?? '')
        : undefined;
      const { numbers, choices } = projects.select(found, filters, sort, compare);
      const records = await Promise.all(numbers.slice(0, limit).map(loadRecord));
      return {
        count: numbers.length,
        total: found.size,
        hits: records.map((record) => {
          const hit = toHit(
            record,
            answers.map(({ word }) => word),
          );
          return { ...hit, indicators: hit.indicators.filter(({ category }) => isWanted(category, filters)) };
        }),
        choices: withPlaces ? choices : { ...choices, category: [] },
        numbers,
        words: answers.flatMap(({ word }) => word),
        readAs: [...readAs],
        isNamesOnly,
      };
    },
  };

  async function findExact(word: string): Promise<Found> {
    const { table: known, bundles } = await table();
    const results = await ask(encodeQuery(word));
    return new Map(
      results.map(({ id, words: [location = 0] }) => {
        const number = numberOf(id, bundles);
        const { scale, nameLength } = known;
        return [number, matchAt(location, scale[number] ?? 0, nameLength[number] ?? 0, word.length)];
      }),
    );
  }

  /**
   * The same with every place at which the word stands. A phrase is answered with its first place only, a pair alone with all of
   * its places, so the pairs are asked one by one. They are loaded already. Of a word of one character the best place is known.
   */
  async function addPlaces(found: Found, word: string): Promise<Found> {
    const { table: known, bundles } = await table();
    if (word.length === 1 || found.size === 0) return found;
    const locations = new Map([...found.keys()].map((number): [number, number[][]] => [number, []]));
    for (const pair of encodePairs(word))
      for (const { id, words } of await ask(pair)) locations.get(numberOf(id, bundles))?.push(words);
    return new Map(
      [...found].map(([number, { rank, places }]) => {
        const own = placesOfPhrase(locations.get(number) ?? [], known.scale[number] ?? 1);
        return [number, { rank, places: places | own }];
      }),
    );
  }

  /** Rejects where words can't be had, of which Pagefind says nothing. */
  async function ask(query: string): Promise<PagefindResult[]> {
    const { index, lost } = await pagefind();
    const before = lost();
    const { results } = await index.search(query);
    if (lost() > before) throw new Error('the index was not loaded');
    return results;
  }

  /** Names of projects and indicators that are read so. */
  async function findPinyin(letters: string): Promise<{ found: Found; word: Word }> {
    const known = await readings();
    const variants = new Set<string>();
    const found = await findInNames((name) => {
      const parts = findByPinyin(name, letters, known);
      for (const part of parts) variants.add(part);
      return parts;
    });
    return { found, word: [...variants] };
  }

  /** @param partsOf The parts of a folded name that match. */
  async function findInNames(partsOf: (name: string) => string[]): Promise<Found> {
    const found: Found = new Map();
    const list = await names();
    const placeBits = list.indicators.map(([name, place]) =>
      partsOf(toSearchable(name).text).length > 0 ? 1 << place : 0,
    );
    for (const [number, name] of list.names.entries()) {
      const text = toSearchable(name).text;
      const part = partsOf(text).sort((a, b) => text.indexOf(a) - text.indexOf(b))[0];
      const inIndicators = (list.indicatorsOf[number] ?? []).reduce(
        (all, index) => all | (placeBits[index] ?? 0),
        0,
      );
      if (part !== undefined) found.set(number, { rank: rankInName(text, part), places: inIndicators | 1 });
      else if (inIndicators > 0) found.set(number, { rank: Rank.indicator, places: inIndicators });
    }
    return found;
  }

  async function loadRecord(number: number): Promise<SearchRecord> {
    const path = `records/${Math.floor(number / RECORDS_IN_CHUNK)}.json`;
    let chunk = chunks.get(path);
    if (!chunk) {
      chunk = load<SearchRecord[]>(path);
      chunks.set(path, chunk);
      chunk.catch(() => chunks.delete(path));
    }
    const record = (await chunk)[number % RECORDS_IN_CHUNK];
    if (!record) throw new Error(`no record ${number}`);
    return record;
  }

  async function load<Content>(path: string): Promise<Content> {
    return toJson<Content>(loadFile(path));
  }

  async function loadFile(path: string): Promise<Response> {
    const { version } = (await table()).table;
    return fetchFile(`${base}${path}?v=${version}`);
  }

  async function loadPagefind(): Promise<OpenPagefind> {
    // Chromium of 2018 has `import()`, but not in workers; there search runs on the page.
    const [module, { table: known, bundles }] = await Promise.all([
      import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<PagefindModule>,
      table(),
    ]);
    const sizes = bundles.map(({ length }) => length);
    return openPagefind(module, { index: known.index, sizes, load: loadFile });
  }
}

function numberOf(id: string, bundles: readonly (readonly number[])[]): number {
  const { bundle, own } = fromRecordId(id);
  return bundles[bundle]?.[own] ?? -1;
}

/** The projects in which every word was found: ranked as the least prominent word, at the places of all. */
function intersect(words: readonly Found[]): Found {
  const [first = new Map<number, Match>(), ...others] = words;
  const both: Found = new Map();
  for (const [number, match] of first) {
    const matches = [match, ...others.flatMap((other) => other.get(number) ?? [])];
    if (matches.length < words.length) continue;
    both.set(number, {
      rank: Math.max(...matches.map(({ rank }) => rank)) as Rank,
      places: matches.reduce((all, { places }) => all | places, 0),
    });
  }
  return both;
}

/** Under a category that is chosen, its own indicators are shown. */
function isWanted(category: string, { category: chosen }: Query['filters']): boolean {
  const place = (PLACES as readonly string[]).indexOf(chosen ?? '');
  const isIndicators = place > 0 && place < PLACES.length - 1;
  return !isIndicators || placeOfCategory(category) === place;
}

function rankInName(name: string, part: string): Rank {
  if (name === part) return Rank.exact;
  return name.startsWith(part) ? Rank.begins : Rank.name;
}

/** Asks once; again only after a failure. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function toJson<Content>(asked: Promise<Response>): Promise<Content> {
  return (await (await asked).json()) as Content;
}
