/** A search and its answer. Both are posted between a page and a worker, so both are plain data. */
import type { Question } from './read-questions.ts';
import type { Hit, MarkedText } from './to-hit.ts';

/** The filters, in the order of the page. */
export const FILTERS = ['year', 'body', 'department', 'type', 'result', 'category', 'budget'] as const;
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
  /** Whether the words are searched as they are, and not read as amounts, targets, years. */
  isLiteral: boolean;
  /** Whether to look for other searches if nothing is found. */
  withWays: boolean;
  /** The only group to list; null: all, the first lines of each. */
  part: GroupId | null;
}

/** One choice of a filter. */
export interface Choice {
  value: string;
  /** Projects it would show, with the other filters applied. */
  count: number;
}

/** The groups, in the order of the page. */
export const GROUPS = [
  'bodies',
  'guide',
  'spelled',
  'same',
  'exact',
  'near',
  'beyond',
  'bare',
  'budgets',
  'money',
  'nearest',
] as const;
export type GroupId = (typeof GROUPS)[number];

/** Results of one kind, or that fit a question in the same way. */
export interface Group {
  id: GroupId;
  /** That pass the filters. */
  count: number;
  /** The first of them. */
  lines: Line[];
}

/** One result of a group: a body, a page of the guide, a project or an indicator. */
export interface Line {
  url: string;
  title: MarkedText;
  /** A target, as published, with its reading; null if there is none. */
  target: MarkedText | null;
  reading: string | null;
  /** Whether the target is that of the whole period. */
  isPeriod: boolean;
  /** Budget of a project, exact yuan; null for anything else. */
  yuan: string | null;
  /** Projects of a body. */
  projects: number | null;
  /** An indicator's project; the page of a section of the guide. */
  of: string | null;
  publisher: string | null;
  years: number[];
}

/** Another search that finds something, with how much. */
export interface Way {
  text: string;
  /** Projects. */
  count: number;
  kind: 'sound' | 'near' | 'parts' | 'part' | 'filter';
}

/** What the answer leaves out, and the search that finds it. */
export interface LeftOut {
  kind: 'opposite' | 'strict';
  text: string;
  /** Indicators. */
  count: number;
}

export interface Answer {
  /** How the query was understood. Without `word`s only it is a search for words. */
  questions: Question[];
  /** Matching projects that pass the filters. */
  count: number;
  /** Matching projects before filters. */
  total: number;
  groups: Group[];
  leftOut: LeftOut[];
  /** Where nothing is found: what would be. */
  ways: Way[];
  /** Projects that match by words, and are in no group. */
  hitCount: number;
  /** The first of them. */
  hits: Hit[];
  /** Those of `category` are empty unless `withFacets` was set. */
  choices: Record<Filter, Choice[]>;
  /** Texts to mark: the query's words, folded; for pinyin, the texts it matched. */
  words: string[];
  /** Texts searched for instead of what was typed: for pinyin and traditional characters. */
  readAs: string[];
  /** Short names, each with the bodies that it was read as. */
  bodiesMeant: [word: string, names: string[]][];
  /** Numbers that occur only within longer ones. */
  inside: string[];
  /** Whether amounts and targets were not compared because their files could not be loaded. */
  isTextOnly: boolean;
  /** Whether only names were searched because the engine could not be loaded. */
  isNamesOnly: boolean;
}
