/**
 * In: a SearchRecord.
 * Out: its words for the index, laid out so that the position of a match tells which cell matched.
 *
 * Pagefind returns the first position of a phrase. A record's cells are in the order of the ranking rule, each kind from a
 * fixed position on, and barriers fill the gaps. So a browser ranks and counts all matches without loading a record.
 */
import { CATEGORIES } from '../record/categories.ts';
import { BARRIER, toSectionWords } from './encode-pairs.ts';
import { findStarts } from './find-marks.ts';
import { toSearchable } from './fold.ts';
import type { SearchIndicator, SearchRecord } from './search-record.ts';

/** Parts of a project that can match, and by which results are filtered. 其他指标 are those of an office's own categories. */
export const SEARCH_FACETS = ['项目名称', ...CATEGORIES, '其他指标', '目标和其他'] as const;
const NAME = 0;
const OTHER = SEARCH_FACETS.length - 1;

/** Ranks of matches; lower is better. */
export const Rank = { exact: 0, begins: 1, name: 2, indicator: 3, value: 4, rest: 5 } as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

/** How a project matches. */
export interface Match {
  /** Of its best cell. */
  rank: Rank;
  /** Facets that match, as far as they were looked up: one bit for each of SEARCH_FACETS. */
  facets: number;
}
/** Matching projects by their numbers. */
export type Matches = Map<number, Match>;

/** Of a project that is asked for by none of its cells: by its year, its body, its budget. */
export const BY_TABLE: Match = { rank: Rank.rest, facets: 1 << OTHER };

interface Section {
  rank: Rank;
  /** Index of SEARCH_FACETS. */
  facet: number;
  /** Words it holds at scale 1; 0 for the last, which has no limit. */
  size: number;
  cellsOf: (record: SearchRecord) => string[];
}

/** Nearly every project fits at scale 1: the more projects share the positions of sections, the smaller the index. */
const SECTIONS: readonly Section[] = [
  { rank: Rank.name, facet: NAME, size: 48, cellsOf: ({ name }) => [name] },
  ...perCategory(Rank.indicator, [112, 80, 48, 32, 16], ({ name }) => [name]),
  ...perCategory(Rank.value, [96, 128, 64, 128, 16], ({ annual, period }) => [annual, period]),
  ...perCategory(Rank.rest, [24, 24, 24, 16, 16], ({ subcategory, category, details }) => [
    subcategory,
    category,
    ...details,
  ]),
  {
    ...{ rank: Rank.rest, facet: OTHER, size: 0 },
    cellsOf: ({ others, result }) => [...others, ...(result?.cells ?? [])].map(({ text }) => text),
  },
];

function perCategory(
  rank: Rank,
  sizes: readonly number[],
  cellsOf: (indicator: SearchIndicator) => string[],
): readonly Section[] {
  return sizes.map((size, category) => ({
    rank,
    facet: category + 1,
    size,
    cellsOf: ({ indicators }) =>
      indicators.filter((indicator) => facetOfCategory(indicator.category) === category + 1).flatMap(cellsOf),
  }));
}

/** The index in SEARCH_FACETS of an indicator's category. */
export function facetOfCategory(category: string): number {
  const index = CATEGORIES.findIndex((name) => name === category);
  return (index === -1 ? CATEGORIES.length : index) + 1;
}

/** What is indexed for a record. */
export interface EncodedRecord {
  words: string[];
  /** Factor of all section sizes: the least power of two with which every section fits. */
  scale: number;
}

/** At its edge a digit could be part of a number in a longer cell, and is not here: .5 in 0.5. */
const BROKEN_NUMBER = /^[.,]\d|\d[.,]$/;

/** Leaves out a cell that an earlier one of its facet contains, and not in a longer number: every query that it matches finds the earlier one. */
export function encodeRecord(record: SearchRecord): EncodedRecord {
  const units = new Set<string>();
  const cellsOfFacet = SEARCH_FACETS.map((): string[] => []);
  const sections = SECTIONS.map(({ facet, size, cellsOf }) => {
    const earlier = cellsOfFacet[facet] ?? [];
    const cells: string[] = [];
    for (const text of cellsOf(record)) {
      const cell = toSearchable(text).text;
      const isWithin = (other: string) => findStarts(other, cell, false).length > 0;
      if (cell === '' || (!BROKEN_NUMBER.test(cell) && earlier.some(isWithin))) continue;
      earlier.push(cell);
      cells.push(cell);
    }
    return { size, words: toSectionWords(cells, units) };
  });
  let scale = 1;
  while (sections.some(({ size, words }) => words.length > (size || Infinity) * scale)) scale *= 2;
  const words = sections.flatMap(({ size, words: filled }) => {
    const gap = Math.max(0, size * scale - filled.length);
    return [...filled, ...Array<string>(gap).fill(BARRIER)];
  });
  return { words, scale };
}

/**
 * The match at a position of a record's words.
 *
 * @param position Of the first word of the match.
 * @param nameLength Length of the record's folded name.
 * @param length Length of the query's word.
 */
export function matchAt(position: number, scale: number, nameLength: number, length: number): Match {
  const { rank, facet } = sectionAt(position, scale);
  const facets = 1 << facet;
  // Single characters follow the name's pairs.
  const start = length === 1 ? nameLength : 0;
  if (rank !== Rank.name || position !== start) return { rank, facets };
  return { rank: length === nameLength ? Rank.exact : Rank.begins, facets };
}

/** The facets in which a phrase occurs, as bits. @param positions Of each of its words, in order. */
export function facetsOfPhrase(positions: readonly (readonly number[])[], scale: number): number {
  const [starts = [], ...following] = positions;
  const rest = following.map((list) => new Set(list));
  return starts
    .filter((start) => rest.every((list, index) => list.has(start + index + 1)))
    .reduce((facets, start) => facets | (1 << sectionAt(start, scale).facet), 0);
}

function sectionAt(position: number, scale: number): Section {
  let end = 0;
  const section = SECTIONS.find(({ size }) => {
    end += size * scale;
    return position < end || size === 0;
  });
  if (!section) throw new Error(`no section at ${position}`);
  return section;
}

/** The projects that match all words: with the rank of the worst word, and the facets of all. */
export function intersect(words: readonly Matches[]): Matches {
  const [first = new Map<number, Match>(), ...others] = words;
  const matches: Matches = new Map();
  for (const [number, match] of first) {
    const all = [match, ...others.flatMap((other) => other.get(number) ?? [])];
    if (all.length < words.length) continue;
    matches.set(number, {
      rank: Math.max(...all.map(({ rank }) => rank)) as Rank,
      facets: all.reduce((facets, other) => facets | other.facets, 0),
    });
  }
  return matches;
}
