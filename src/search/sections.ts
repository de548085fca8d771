/**
 * In: a SearchRecord.
 * Out: the words it is indexed by, laid out so that the place of a match tells what was matched.
 *
 * Pagefind answers a phrase with the place of its first occurrence. A record's cells stand in the order of the ranking rule,
 * each kind from a known place on, and `¦` fills what is left before it. So a browser ranks and
 * counts all that is found without loading a single record.
 */
import { BARRIER, encodeSection } from './encode-pairs.ts';
import { toSearchable } from './fold.ts';
import type { SearchIndicator, SearchRecord } from './search-record.ts';

/** Names of 一级指标 in the order of the form. An office's own are counted together, under the last. */
const CATEGORIES = ['产出指标', '效益指标', '满意度指标', '成本指标', '其他指标'] as const;

/** Where a match can stand, as results are filtered by it. */
export const PLACES = ['项目名称', ...CATEGORIES, '目标和其他'] as const;
const NAME = 0;
const OTHER = PLACES.length - 1;

/** What a match is worth; less is better. */
export const Rank = { exact: 0, begins: 1, name: 2, indicator: 3, value: 4, rest: 5 } as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

/** The best match of a project. */
export interface Match {
  rank: Rank;
  /** Where it stands, and where other matches are known to stand: a bit for each of PLACES. */
  places: number;
}

interface Section {
  rank: Rank;
  /** Index of PLACES. */
  place: number;
  /** Words it holds at scale 1. */
  size: number;
  cellsOf: (record: SearchRecord) => string[];
}

/** Nearly every project of the form fits at scale 1: the more projects have a section at the same place, the smaller the index. */
const SECTIONS: readonly Section[] = [
  { rank: Rank.name, place: NAME, size: 48, cellsOf: ({ name }) => [name] },
  ...perCategory(Rank.indicator, [112, 80, 48, 32, 16], ({ name }) => [name]),
  ...perCategory(Rank.value, [96, 128, 64, 128, 16], ({ annual, period }) => [annual, period]),
  ...perCategory(Rank.rest, [24, 24, 24, 16, 16], ({ subcategory, category, details }) => [
    subcategory,
    category,
    ...details,
  ]),
  { rank: Rank.rest, place: OTHER, size: 0, cellsOf: ({ others }) => others.map(({ text }) => text) },
];

/** First word of each section at scale 1. */
const STARTS = SECTIONS.map((_, index) => SECTIONS.slice(0, index).reduce((sum, { size }) => sum + size, 0));

function perCategory(
  rank: Rank,
  sizes: readonly number[],
  cellsOf: (indicator: SearchIndicator) => string[],
): readonly Section[] {
  return sizes.map((size, category) => ({
    rank,
    place: category + 1,
    size,
    cellsOf: ({ indicators }) =>
      indicators.filter((indicator) => placeOfCategory(indicator.category) === category + 1).flatMap(cellsOf),
  }));
}

/** The place of an indicator's matches. */
export function placeOfCategory(category: string): number {
  const index = (CATEGORIES as readonly string[]).indexOf(category);
  return (index === -1 ? CATEGORIES.length - 1 : index) + 1;
}

/** What is indexed for a record. */
export interface EncodedRecord {
  content: string;
  /** Every section begins at so many times its first place: the least power of two at which all of them fit. */
  scale: number;
}

/** A cell that stands within an earlier one of the same place is left out: whoever looks for it finds the earlier one. */
export function encodeRecord(record: SearchRecord): EncodedRecord {
  const known = new Set<string>();
  const written = PLACES.map((): string[] => []);
  const sections = SECTIONS.map(({ place, cellsOf }) => {
    const earlier = written[place] ?? [];
    const fresh: string[] = [];
    for (const text of cellsOf(record)) {
      const cell = toSearchable(text).text;
      if (cell === '' || earlier.some((other) => other.includes(cell))) continue;
      earlier.push(cell);
      fresh.push(cell);
    }
    return encodeSection(fresh, known);
  });
  let scale = 1;
  while (sections.some((words, index) => words.length > (SECTIONS[index]?.size || Infinity) * scale))
    scale *= 2;
  const words = sections.flatMap((section, index) => {
    const space = Math.max(0, (SECTIONS[index]?.size ?? 0) * scale - section.length);
    return [...section, ...Array.from({ length: space }, () => BARRIER)];
  });
  return { content: words.join(' '), scale };
}

/**
 * What a match at a place of a record's words is.
 *
 * @param location Of the first word of the match.
 * @param nameLength Units of the record's folded name.
 * @param length Units of what was searched for.
 */
export function matchAt(location: number, scale: number, nameLength: number, length: number): Match {
  const { rank, place } = sectionAt(location, scale);
  const places = 1 << place;
  if (rank !== Rank.name) return { rank, places };
  // Single units stand behind the name's pairs; the first of them is its first.
  const beginning = length === 1 ? nameLength : 0;
  if (location !== beginning) return { rank, places };
  return { rank: length === nameLength ? Rank.exact : Rank.begins, places };
}

/** A bit for each of PLACES at which a phrase begins. @param locations Where each of its words stands, in their order. */
export function placesOfPhrase(locations: readonly (readonly number[])[], scale: number): number {
  const [first = new Set<number>(), ...others] = locations.map((own) => new Set(own));
  let places = 0;
  for (const start of first) {
    if (others.every((own, index) => own.has(start + index + 1)))
      places |= 1 << sectionAt(start, scale).place;
  }
  return places;
}

function sectionAt(location: number, scale: number): { rank: Rank; place: number } {
  let index = STARTS.length - 1;
  while (index > 0 && location < (STARTS[index] ?? 0) * scale) index -= 1;
  return SECTIONS[index] ?? { rank: Rank.rest, place: OTHER };
}
