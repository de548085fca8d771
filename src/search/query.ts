/** A search and its answer. Both are posted between a page and a worker, so both are plain data. */
import type { Hit } from './to-hit.ts';

/** The filters, in the order of the page. */
export const FILTERS = ['year', 'body', 'type', 'category', 'budget'] as const;
export type Filter = (typeof FILTERS)[number];

/** Orders of results; the first is the default. */
export const SORTS = ['relevance', 'budget', 'budget-up', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export interface Query {
  /** As typed. */
  text: string;
  /** Chosen values, as in Choice. */
  filters: Partial<Record<Filter, string>>;
  sort: Sort;
  /** Maximum number of hits. */
  limit: number;
  /** Whether to find every facet that matches, for the filter `category`. It takes longer. */
  withFacets: boolean;
}

/** One choice of a filter. */
export interface Choice {
  value: string;
  /** Projects it would show, with the other filters applied. */
  count: number;
}

export interface Answer {
  /** Matching projects that pass the filters. */
  count: number;
  /** Matching projects before filters. */
  total: number;
  /** The first of them. */
  hits: Hit[];
  /** Those of `category` are empty unless `withFacets` was set. */
  choices: Record<Filter, Choice[]>;
  /** Texts to mark: the query's words, folded; for pinyin, the texts it matched. */
  words: string[];
  /** Texts searched for instead of what was typed: for pinyin and traditional characters. */
  readAs: string[];
  /** Whether only names were searched because the engine could not be loaded. */
  isNamesOnly: boolean;
}
