/**
 * In: the questions of a query.
 * Out: everything that answers them, before filters.
 */
import { must } from '../../record/must.ts';
import { GROUPS, type GroupId, type LeftOut } from '../query.ts';
import type { NumberQuestion, Question } from '../read-questions.ts';
import { BY_TABLE, intersect, Rank, type Match, type Matches } from '../sections.ts';
import type { ProjectTable } from './filter-projects.ts';
import { findNearest, findQuantities, type Fit, type Found } from './find-quantities.ts';
import { lookUp, type Lookup } from './look-up.ts';
import type { RowTable } from './row-table.ts';
import type { SearchData } from './search-data.ts';

export interface Answers {
  groups: { id: GroupId; rows: Found[] }[];
  leftOut: { kind: LeftOut['kind']; rows: Found[] }[];
  /** Projects that match by words alone, and are in no group. */
  byWords: Matches;
  /** Of all words that were looked up. */
  lookups: Lookup[];
  /** Of the words that are no numbers. */
  words: Lookup[];
  /** Whether numbers were not compared, because their files could not be loaded. */
  isTextOnly: boolean;
}

export const NOTHING: Answers = {
  ...{ groups: [], leftOut: [], byWords: new Map(), lookups: [], words: [], isTextOnly: false },
};

const LEFT_OUT: readonly LeftOut['kind'][] = ['opposite', 'strict'];

export function isNumber(question: Question): question is NumberQuestion {
  return question.kind === 'amount' || question.kind === 'amounts' || question.kind === 'target';
}

/** @param withFacets As in Query. */
export async function findAnswers(
  data: SearchData,
  projects: ProjectTable,
  questions: readonly Question[],
  withFacets: boolean,
): Promise<Answers> {
  const find = (word: string) => lookUp(data, projects, projects.simplify(word), withFacets);
  const numbers = questions.filter(isNumber);
  const years = questions.flatMap((question) => (question.kind === 'year' ? [question.year] : []));
  const words = await Promise.all(
    questions.flatMap(({ kind, text }) => (kind === 'word' ? [find(text)] : [])),
  );
  // Two years are asked for together: a project has one of them.
  const inYears: Matches = new Map();
  for (const year of years) for (const [number, match] of projects.all(year)) inYears.set(number, match);
  const sets = [...words.map(({ matches }) => matches), ...(years.length > 0 ? [inYears] : [])];
  const matching = sets.length > 0 ? intersect(sets) : projects.all(null);
  const [main, ...others] = numbers;
  if (!main) return { ...NOTHING, byWords: matching, lookups: words, words };

  const texts = await Promise.all(numbers.flatMap(({ text }) => text.split(' ').map(find)));
  const groups = await data
    .rows()
    .then((rows) => findGroups(data, projects, { main, others, words, matching, inYears, rows }))
    // Without these files, texts alone are found.
    .catch(() => null);
  const rowsOf = (fit: Fit) => groups?.get(fit) ?? [];
  const listed = GROUPS.map((id) => ({ id, rows: rowsOf(id) })).filter(({ rows }) => rows.length > 0);
  const covered = new Set(listed.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const hasInside = texts.some(({ isInside }) => isInside);
  const byWords: Matches =
    hasInside && covered.size > 0
      ? new Map<number, Match>()
      : withoutKeys(intersect([matching, ...texts.map(({ matches }) => matches)]), covered);
  const isAlone = words.length + years.length + others.length === 0;
  if (groups && isAlone && covered.size === 0 && (byWords.size === 0 || hasInside)) {
    const nearest = await findNearest(data, main);
    if (nearest.length > 0) listed.push({ id: 'nearest', rows: nearest });
  }
  return {
    groups: listed,
    leftOut: LEFT_OUT.map((kind) => ({ kind, rows: rowsOf(kind) })).filter(({ rows }) => rows.length > 0),
    byWords,
    lookups: [...words, ...texts],
    words,
    isTextOnly: groups === null,
  };
}

interface Asked {
  main: NumberQuestion;
  others: readonly NumberQuestion[];
  words: readonly Lookup[];
  /** Projects that match all words and years. */
  matching: Matches;
  inYears: Matches;
  rows: RowTable;
}

/** What answers the main question; of the projects that answer the others too. Each row is in its best group. */
async function findGroups(
  data: SearchData,
  projects: ProjectTable,
  { main, others, words, matching, inYears, rows }: Asked,
): Promise<Map<Fit, Found[]>> {
  const found = await findQuantities(data, main);
  const required: ReadonlySet<number>[] = [];
  for (const other of others) {
    const fits = await findQuantities(data, other);
    required.push(new Set(GROUPS.flatMap((id) => (fits.get(id) ?? []).map(({ number }) => number))));
  }
  const isRequired = ({ number }: Found) => required.every((numbers) => numbers.has(number));
  const fitsWords = rowFilter(projects, rows, words);
  const isOfYear = ({ number }: Found) => inYears.size === 0 || inYears.has(number);
  const isExact = (item: Found) =>
    isRequired(item) &&
    (item.row === null ? matching.has(item.number) : isOfYear(item) && fitsWords(item.number, item.row));
  const exact = sift(found, isExact);
  // The words are in another cell of the project, such as a goal.
  return exact.size > 0 ? exact : sift(found, (item) => isRequired(item) && matching.has(item.number));
}

/** Whether a row's name, category, project or body has each word. */
function rowFilter(
  { table }: ProjectTable,
  rows: RowTable,
  words: readonly Lookup[],
): (number: number, row: number) => boolean {
  const tests = words.map(({ word, matches, bodies }) => {
    const byName = rows.names.map((name) => word.some((text) => name.includes(text)));
    const named = new Set(bodies);
    return (number: number, row: number) => {
      if (byName[must(rows.nameOf[row])]) return true;
      const [, body] = must(table.disclosures[must(table.disclosure[number])]);
      const match = matches.get(number);
      return named.has(body) || (match !== undefined && match.rank <= Rank.name);
    };
  });
  return (number, row) => tests.every((test) => test(number, row));
}

/** The wanted rows, each once: under its best fit. Sorted: nearest first, then the larger budget. */
function sift(found: ReadonlyMap<Fit, Found[]>, isWanted: (item: Found) => boolean): Map<Fit, Found[]> {
  const sifted = new Map<Fit, Found[]>();
  const taken = new Set<string>();
  for (const fit of [...GROUPS, ...LEFT_OUT]) {
    const rows: Found[] = [];
    for (const item of (found.get(fit) ?? []).sort(byDistance)) {
      const key = `${item.number} ${item.index}`;
      if (taken.has(key) || !isWanted(item)) continue;
      taken.add(key);
      rows.push(item);
    }
    if (rows.length > 0) sifted.set(fit, rows);
  }
  return sifted;
}

function byDistance(a: Found, b: Found): number {
  return a.distance - b.distance || a.number - b.number || (a.index ?? -1) - (b.index ?? -1);
}

function withoutKeys(matches: Matches, keys: ReadonlySet<number>): Matches {
  return new Map([...matches].filter(([number]) => !keys.has(number)));
}

/** The match of a project in a group: of the facet of its row. */
export function matchOf({ row }: Found, { nameOf, facets }: RowTable): Match {
  if (row === null) return { ...BY_TABLE };
  return { rank: Rank.value, facets: 1 << must(facets[must(nameOf[row])]) };
}
