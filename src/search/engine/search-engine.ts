/**
 * In: a Query.
 * Out: its Answer: the projects with a cell that contains each word, ranked, filtered and counted; the first of them as hits.
 *
 * Runs in a worker, or on the page if there are no workers. It doesn't touch the page.
 */
import { encodeQuery, toLetters, toPairs } from '../encode-pairs.ts';
import { toSearchable, toWords } from '../fold.ts';
import { must } from '../../record/must.ts';
import type { Answer, Query } from '../query.ts';
import type { NameList } from '../search-table.ts';
import {
  facetOfCategory,
  facetsOfPhrase,
  intersect,
  matchAt,
  Rank,
  SEARCH_FACETS,
  type Matches,
} from '../sections.ts';
import { toHit, type Word } from '../to-hit.ts';
import type { ProjectTable } from './filter-projects.ts';
import { findByPinyin } from './find-by-pinyin.ts';
import type { PagefindSearch } from './open-pagefind.ts';
import { fetchFiles, toSearchData, type SearchData, type SearchFiles } from './search-data.ts';

/**
 * Rejects if not even names can be loaded. A query without words finds nothing. Null loads what the first search needs, and returns
 * null.
 */
export type SearchEngine = (query: Query | null) => Promise<Answer | null>;

/** The projects that contain one word of a query. */
interface Lookup {
  matches: Matches;
  /** The word; or the texts that it is the pinyin of. */
  word: Word;
  isPinyin: boolean;
  isNamesOnly: boolean;
}

/** Loads nothing before the first call. @param base Address of `pagefind/`, ending in a slash. */
export function createSearchEngine(base: string, files: SearchFiles = fetchFiles(base)): SearchEngine {
  const data = toSearchData(files);
  return (query) => (query ? search(data, query) : data.pagefind().then(() => null));
}

async function search(data: SearchData, query: Query): Promise<Answer> {
  const projects = await data.projects();
  const typed = toWords(query.text);
  const words = typed.map((word) => projects.simplify(word));
  const lookups = await Promise.all(words.map((word) => lookUp(data, projects, word, query.withFacets)));
  const matches = intersect(lookups.map((lookup) => lookup.matches));
  const compare = query.sort === 'name' ? compareNames(await data.names()) : undefined;
  const { numbers, choices } = projects.select(matches, query, compare);
  const records = await Promise.all(numbers.slice(0, query.limit).map(data.record));
  const variants = lookups.map(({ word }) => word);
  const simplified = words.filter((word) => !typed.includes(word));
  const fromPinyin = lookups.filter(({ isPinyin }) => isPinyin).flatMap(({ word }) => word);
  return {
    count: numbers.length,
    total: matches.size,
    hits: records.map((record) => {
      const hit = toHit(record, variants);
      return { ...hit, indicators: hit.indicators.filter(({ category }) => isWanted(category, query)) };
    }),
    choices: query.withFacets ? choices : { ...choices, category: [] },
    words: variants.flat(),
    readAs: [...new Set([...simplified, ...fromPinyin])],
    isNamesOnly: lookups.some(({ isNamesOnly }) => isNamesOnly),
  };
}

async function lookUp(
  data: SearchData,
  projects: ProjectTable,
  word: string,
  withFacets: boolean,
): Promise<Lookup> {
  if (projects.isPinyin(word)) {
    const pinyin = await data.pinyin();
    const [matches, texts] = findInNames(await data.names(), (name) => findByPinyin(name, word, pinyin));
    return { matches, word: texts, isPinyin: true, isNamesOnly: false };
  }
  const lookup = { word: [word], isPinyin: false };
  try {
    const pagefind = await data.pagefind();
    const matches = await findExact(pagefind, projects, word);
    if (withFacets && word.length > 1) await addFacets(pagefind, projects, word, matches);
    return { ...lookup, matches, isNamesOnly: false };
  } catch {
    const [matches] = findInNames(await data.names(), (name) => (name.includes(word) ? [word] : []));
    return { ...lookup, matches, isNamesOnly: true };
  }
}

async function findExact(pagefind: PagefindSearch, { table }: ProjectTable, word: string): Promise<Matches> {
  const results = await pagefind(encodeQuery(word));
  return new Map(
    results.map(({ number, positions }) => [
      number,
      matchAt(must(positions[0]), must(table.scale[number]), must(table.nameLength[number]), word.length),
    ]),
  );
}

/**
 * Adds every facet in which the word occurs. For a phrase Pagefind returns only the first position, for a single pair all of
 * them. So we search for the pairs one by one; they are loaded already.
 */
async function addFacets(
  pagefind: PagefindSearch,
  { table }: ProjectTable,
  word: string,
  matches: Matches,
): Promise<void> {
  const positionsOf = new Map(
    [...matches.keys()].map((number): [number, (readonly number[])[]] => [number, []]),
  );
  for (const pair of toPairs(word))
    for (const { number, positions } of await pagefind(toLetters(pair)))
      positionsOf.get(number)?.push(positions);
  for (const [number, match] of matches)
    match.facets |= facetsOfPhrase(must(positionsOf.get(number)), must(table.scale[number]));
}

/**
 * Projects by their names and those of their indicators; and all parts that matched.
 *
 * @param partsOf The parts of a folded name that match.
 */
function findInNames(list: NameList, partsOf: (name: string) => string[]): [Matches, string[]] {
  const variants = new Set<string>();
  const find = (name: string) => {
    const parts = partsOf(toSearchable(name).text);
    for (const part of parts) variants.add(part);
    return parts;
  };
  const indicatorFacets = list.indicators.map(([name, facet]) => (find(name).length > 0 ? 1 << facet : 0));
  const matches: Matches = new Map();
  for (const [number, name] of list.names.entries()) {
    const ranks = find(name).map((part) => rankInName(toSearchable(name).text, part));
    const indicators = must(list.indicatorsOf[number]);
    const facets = indicators.reduce((all, index) => all | must(indicatorFacets[index]), 0);
    if (ranks.length > 0) matches.set(number, { rank: Math.min(...ranks) as Rank, facets: facets | 1 });
    else if (facets > 0) matches.set(number, { rank: Rank.indicator, facets });
  }
  return [matches, [...variants]];
}

function rankInName(name: string, part: string): Rank {
  if (name === part) return Rank.exact;
  return name.startsWith(part) ? Rank.begins : Rank.name;
}

function compareNames({ names }: NameList): (a: number, b: number) => number {
  const collator = new Intl.Collator('zh-CN');
  return (a, b) => collator.compare(must(names[a]), must(names[b]));
}

/** If results are filtered by a category, only its indicators are shown. */
function isWanted(category: string, { filters }: Query): boolean {
  const facet = SEARCH_FACETS.findIndex((name) => name === filters.category);
  const isOfIndicators = facet > 0 && facet < SEARCH_FACETS.length - 1;
  return !isOfIndicators || facetOfCategory(category) === facet;
}
