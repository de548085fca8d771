/**
 * In: one word of a query.
 * Out: the projects with a cell that contains it, or whose body it names.
 */
import { encodeQuery, toLetters, toQueryWords } from '../encode-pairs.ts';
import { toSearchable } from '../fold.ts';
import { must } from '../../record/must.ts';
import type { NameList } from '../search-table.ts';
import { facetsOfPhrase, matchAt, Rank, type Matches } from '../sections.ts';
import type { Word } from '../to-hit.ts';
import type { ProjectTable } from './filter-projects.ts';
import { findByPinyin } from './find-by-pinyin.ts';
import type { PagefindSearch } from './open-pagefind.ts';
import type { SearchData } from './search-data.ts';

/** The projects that contain one word of a query. */
export interface Lookup {
  /** As it was looked up. */
  typed: string;
  matches: Matches;
  /** The word; or the texts that it is the pinyin of. */
  word: Word;
  /** The bodies that it names, as indexes of `bodies`. */
  bodies: readonly number[];
  isPinyin: boolean;
  isNamesOnly: boolean;
  /** Whether the word is a number that occurs only as a part of longer ones. */
  isInside: boolean;
}

export async function lookUp(
  data: SearchData,
  projects: ProjectTable,
  word: string,
  withFacets: boolean,
): Promise<Lookup> {
  if (projects.isPinyin(word)) return lookUpPinyin(data, projects, word);
  const bodies = projects.bodiesNamed(word);
  const lookup = { typed: word, word: [word], bodies, isPinyin: false, isInside: false, isNamesOnly: false };
  try {
    const pagefind = await data.pagefind();
    const exact = await findExact(pagefind, projects, word, withFacets);
    return { ...lookup, ...exact, matches: projects.withBodies(exact.matches, bodies) };
  } catch {
    const [matches] = findInNames(await data.names(), (name) => (name.includes(word) ? [word] : []));
    return { ...lookup, matches: projects.withBodies(matches, bodies), isNamesOnly: true };
  }
}

async function lookUpPinyin(data: SearchData, projects: ProjectTable, word: string): Promise<Lookup> {
  const pinyin = await data.pinyin();
  const [inNames, texts] = findInNames(await data.names(), (name) => findByPinyin(name, word, pinyin));
  const named = new Set(texts);
  const bodies = projects.names.flatMap((name, index) => {
    const parts = findByPinyin(name, word, pinyin);
    for (const part of parts) named.add(part);
    return parts.length > 0 ? [index] : [];
  });
  const matches = projects.withBodies(inNames, bodies);
  const flags = { isPinyin: true, isNamesOnly: false, isInside: false };
  return { typed: word, matches, word: [...named], bodies, ...flags };
}

/** Numbers at the edges of the word are found whole; if they are nowhere, within longer ones. */
async function findExact(
  pagefind: PagefindSearch,
  projects: ProjectTable,
  word: string,
  withFacets: boolean,
): Promise<{ matches: Matches; isInside: boolean }> {
  const { table } = projects;
  const wholes = await pagefind(encodeQuery(word, true));
  const isWhole = wholes.length > 0 || !/^\d|\d$/.test(word);
  const results = isWhole ? wholes : await pagefind(encodeQuery(word));
  const matches: Matches = new Map();
  for (const { number, positions } of results) {
    const [scale, nameLength] = [must(table.scale[number]), must(table.nameLength[number])];
    matches.set(number, matchAt(must(positions[0]), scale, nameLength, word.length));
  }
  if (withFacets && word.length > 1)
    await addFacets(pagefind, projects, toQueryWords(word, isWhole), matches);
  return { matches, isInside: !isWhole && results.length > 0 };
}

/**
 * Adds every facet in which the words follow each other. For a phrase Pagefind returns only the first position, for a single word
 * all of them. So we search for the words one by one; they are loaded already.
 */
async function addFacets(
  pagefind: PagefindSearch,
  { table }: ProjectTable,
  words: readonly string[],
  matches: Matches,
): Promise<void> {
  const positionsOf = new Map(
    [...matches.keys()].map((number): [number, (readonly number[])[]] => [number, []]),
  );
  for (const word of words)
    for (const { number, positions } of await pagefind(toLetters(word)))
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
