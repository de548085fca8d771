/** What is asked of search, and what it answers. Both cross from a page to a worker, so both are plain data. */
import type { Hit } from './to-hit.ts';

/** The ways to filter, in the order of the page. */
export const FILTERS = ['year', 'body', 'type', 'category', 'budget'] as const;
export type Filter = (typeof FILTERS)[number];

/** How results are sorted; the first is how they stand. */
export const SORTS = ['relevance', 'budget', 'budget-up', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export interface Query {
  /** As typed. */
  text: string;
  /** What is chosen to filter by: values of Choice. */
  filters: Partial<Record<Filter, string>>;
  sort: Sort;
  /** Hits wanted. */
  limit: number;
  /** Whether every place of every match is to be found, for the filter by category: it takes longer. */
  withPlaces: boolean;
}

/** One choice of a filter. */
export interface Choice {
  value: string;
  /** Projects it would show, the other filters as they are. */
  count: number;
}

export interface Answer {
  /** Projects found that pass the filters. */
  count: number;
  /** Projects found before filters. */
  total: number;
  /** The first of them. */
  hits: Hit[];
  /** Those of `category` are empty where places were not wanted. */
  choices: Record<Filter, Choice[]>;
  /** Numbers of all of them, in the order of the hits. */
  numbers: number[];
  /** What is to be marked: the query's words, folded; what they are read as where they are pinyin. */
  words: string[];
  /** What the words were taken for where that is not what was typed: pinyin, traditional characters. */
  readAs: string[];
  /** True where only names were searched: the engine could not be loaded. */
  isNamesOnly: boolean;
}
