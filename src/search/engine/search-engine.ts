/**
 * In: a Query.
 * Out: its Answer: what its words and numbers ask for, ranked, filtered and counted; the first results of each kind.
 *
 * Runs in a worker, or on the page if there are no workers. It doesn't touch the page.
 */
import { must } from '../../record/must.ts';
import { toWords } from '../fold.ts';
import { GROUPS, type Answer, type Group, type Line, type Query, type Way } from '../query.ts';
import { readQuestions, type Question } from '../read-questions.ts';
import type { NameList } from '../search-table.ts';
import { facetOfCategory, SEARCH_FACETS, type Matches } from '../sections.ts';
import { toHit, type Hit } from '../to-hit.ts';
import type { ProjectTable } from './filter-projects.ts';
import { findAnswers, isNumber, matchOf, NOTHING, type Answers } from './find-answer.ts';
import { describeLookups } from './describe-lookups.ts';
import { explainIn, findBodies, findGuide } from './find-places.ts';
import { lookUp } from './look-up.ts';
import { fetchFiles, toSearchData, type SearchData, type SearchFiles } from './search-data.ts';
import { splitYears } from './split-years.ts';
import { toLine } from './to-lines.ts';

/**
 * Rejects if not even names can be loaded. A query without words and filters finds nothing. Null loads what the first search needs,
 * and returns null.
 */
export type SearchEngine = (query: Query | null) => Promise<Answer | null>;

/** Lines of a group among other groups. */
const FEW = 5;
/** Headings of the guide that explain a kind of question. */
const EXPLAINED = { target: '按要求找', amount: '按金额找', amounts: '按金额找' } as const;

/** Loads nothing before the first call. @param base Address of `pagefind/`, ending in a slash. */
export function createSearchEngine(base: string, files: SearchFiles = fetchFiles(base)): SearchEngine {
  const data = toSearchData(files);
  return (query) => (query ? search(data, query) : data.pagefind().then(() => null));
}

async function search(data: SearchData, query: Query): Promise<Answer> {
  const projects = await data.projects();
  const questions = readQuery(query, projects);
  const isAsked = questions.length > 0 || Object.keys(query.filters).length > 0;
  let found = NOTHING;
  let asked = questions;
  if (isAsked) found = await findAnswers(data, projects, questions, query.withFacets);
  // `2026年培训` is a word, if it occurs; otherwise a year and a word.
  const split = query.isLiteral ? questions : splitYears(questions, projects.years);
  if (countOf(found) === 0 && split.length > questions.length) {
    asked = split;
    found = await findAnswers(data, projects, asked, query.withFacets);
  }
  return answer(data, projects, query, asked, found);
}

function readQuery({ text, isLiteral }: Query, { years }: ProjectTable): Question[] {
  if (!isLiteral) return readQuestions(text, years);
  return toWords(text).map((word) => ({ kind: 'word', text: word }));
}

function countOf({ groups, byWords }: Answers): number {
  return groups.length + byWords.size;
}

async function answer(
  data: SearchData,
  projects: ProjectTable,
  query: Query,
  questions: readonly Question[],
  found: Answers,
): Promise<Answer> {
  const { lookups, byWords } = found;
  // Without words nothing says where a project matches.
  const hasPlaces = questions.some(({ kind }) => kind !== 'year');
  const matches = await allMatches(data, found);
  const compare = query.sort === 'name' ? compareNames(await data.names()) : undefined;
  const { numbers, choices } = projects.select(matches, query, compare);
  const passing = numbers.filter((number) => byWords.has(number));
  const limit = query.part === null ? query.limit : 0;
  const records = await Promise.all(passing.slice(0, limit).map(data.record));
  // Where a number was compared, its text does not matter.
  const inside =
    byWords.size === 0 ? [] : lookups.filter(({ isInside }) => isInside).map(({ typed }) => typed);
  const hits = records.map((record) => {
    const hit = toHit(
      record,
      lookups.map(({ word }) => word),
      inside.length > 0,
    );
    return { ...hit, indicators: hit.indicators.filter(({ category }) => isWanted(category, query)) };
  });
  const groups = [
    ...(await placesOf(data, projects, query, questions, found)),
    ...(await groupsOf(data, found, query, numbers)),
  ];
  const total = matches.size;
  return {
    ...{ questions: [...questions], count: numbers.length, total, hitCount: passing.length, hits },
    groups: groups.sort((a, b) => GROUPS.indexOf(a.id) - GROUPS.indexOf(b.id)),
    leftOut: found.leftOut.map(({ kind, rows }) => ({
      kind,
      text: must(must(rows[0]).text),
      count: rows.length,
    })),
    ways: query.withWays && total === 0 ? await waysOf(data, projects, questions, found) : [],
    isTextOnly: found.isTextOnly,
    choices: query.withFacets && hasPlaces ? choices : { ...choices, category: [] },
    ...describeLookups(lookups, questions, projects),
    inside,
  };
}

/** Other searches; their code is loaded here, as few queries need it. None if anything can't be loaded. */
async function waysOf(
  data: SearchData,
  projects: ProjectTable,
  questions: readonly Question[],
  { words }: Answers,
): Promise<Way[]> {
  const find = (word: string) => lookUp(data, projects, word, false);
  return import('./find-ways.ts')
    .then(({ findWays }) => findWays(data, projects, { questions, words, find }))
    .catch(() => []);
}

/** The projects of all groups, and those found by words. */
async function allMatches(data: SearchData, { groups, byWords }: Answers): Promise<Matches> {
  const matches: Matches = new Map(byWords);
  if (groups.length === 0) return matches;
  const rows = await data.rows();
  for (const item of groups.flatMap((group) => group.rows)) {
    const match = matchOf(item, rows);
    const other = matches.get(item.number);
    if (other) other.facets |= match.facets;
    else matches.set(item.number, match);
  }
  return matches;
}

/** Bodies and pages of the guide, which come first. */
async function placesOf(
  data: SearchData,
  projects: ProjectTable,
  query: Query,
  questions: readonly Question[],
  { words }: Answers,
): Promise<Group[]> {
  const number = questions.find(isNumber);
  const years = questions.flatMap((question) => (question.kind === 'year' ? [question.year] : []));
  const isFiltered = Object.keys(query.filters).length > 0;
  const isOfWords = !number && words.length > 0 && !isFiltered && !query.isLiteral;
  const bodies = isOfWords ? await findBodies(data, projects, words, years).catch(() => []) : [];
  const texts = words.map(({ typed }) => typed);
  const guide = number
    ? explainIn(projects, EXPLAINED[number.kind])
    : isOfWords
      ? findGuide(projects, texts)
      : [];
  return [toGroup(query, 'bodies', bodies), toGroup(query, 'guide', guide)].flatMap((group) => group ?? []);
}

function toGroup({ part, limit }: Query, id: Group['id'], lines: readonly Line[]): Group | null {
  if (lines.length === 0 || (part !== null && part !== id)) return null;
  return { id, count: lines.length, lines: lines.slice(0, part === null ? FEW : limit) };
}

/** The groups with what passes the filters; the larger ones cut. */
async function groupsOf(
  data: SearchData,
  { groups, words, lookups }: Answers,
  { part, limit, sort, filters }: Query,
  numbers: readonly number[],
): Promise<Group[]> {
  if (groups.length === 0) return [];
  const places = new Map(numbers.map((number, place) => [number, place]));
  const { nameOf, facets } = await data.rows();
  const category = SEARCH_FACETS.findIndex((name) => name === filters.category);
  const isOfCategory = (row: number | null) =>
    category === -1 ||
    (row === null ? category === SEARCH_FACETS.length - 1 : facets[must(nameOf[row])] === category);
  const inNames = words.flatMap(({ word }) => word);
  const spelled = lookups.flatMap(({ word }) => word);
  const shown = await Promise.all(
    groups.map(async ({ id, rows }): Promise<Group> => {
      const passing = rows.filter(({ number, row }) => places.has(number) && isOfCategory(row));
      if (sort !== 'relevance')
        passing.sort((a, b) => must(places.get(a.number)) - must(places.get(b.number)));
      const most = part === null ? FEW : part === id ? limit : 0;
      const lines = passing
        .slice(0, most)
        .map(async (item) => toLine(await data.record(item.number), item, inNames, spelled));
      return { id, count: passing.length, lines: await Promise.all(lines) };
    }),
  );
  return shown.filter(({ count }) => count > 0);
}

function compareNames({ names }: NameList): (a: number, b: number) => number {
  const collator = new Intl.Collator('zh-CN');
  return (a, b) => collator.compare(must(names[a]), must(names[b]));
}

/** If results are filtered by a category, only its indicators are shown. */
function isWanted(category: Hit['indicators'][number]['category'], { filters }: Query): boolean {
  const facet = SEARCH_FACETS.findIndex((name) => name === filters.category);
  const isOfIndicators = facet > 0 && facet < SEARCH_FACETS.length - 1;
  return !isOfIndicators || facetOfCategory(category) === facet;
}
