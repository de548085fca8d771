/** What a browser knows of all projects before it searches: enough to rank, filter and count whatever is found. */

/** `pagefind/table.json`. Projects have numbers: largest budget first. */
export interface SearchTable {
  /** Changes with the content. Addresses carry it, so that no file of an older site is taken for one of this. */
  version: string;
  index: IndexTable;
  /** Names of bodies and of project types. */
  bodies: string[];
  types: string[];
  /** Year, body (an index of `bodies`) and bundle of each disclosure. */
  disclosures: [year: number, body: number, bundle: number][];
  /** By number: index of `disclosures`, index of `types` (-1: not stated), units of the folded name, scale of the sections. */
  disclosure: number[];
  type: number[];
  nameLength: number[];
  scale: number[];
  /** How many projects have at least the budget of each of BUDGET_STEPS. */
  budgets: number[];
  /** Traditional characters that the content lacks, and the simplified ones that it has for them. */
  traditional: Record<string, string>;
  /** Every run of Latin letters of the folded content: what else is typed in such letters is pinyin. */
  latin: string[];
}

/** What a browser knows of the index: `pagefind/index/<digest>-<n>.pf_index`, and Pagefind's engine beside the table. */
export interface IndexTable {
  digest: string;
  /** Pagefind's version. */
  pagefind: string;
  /** Number of bundles. Records of one have numbers of their own, in the order of the projects'. */
  bundles: number;
  /** Of each file: none of its words comes before this, and each word of the file before it does. */
  bounds: string[];
}

/** Least budgets of the ranges to filter by, yuan, largest first. The last range has none. */
export const BUDGET_STEPS = [10_000_000, 1_000_000, 100_000, 10_000] as const;

/** `pagefind/names.json`: names of projects and indicators, for pinyin, for sorting, and where the engine fails. */
export interface NameList {
  /** By number. */
  names: string[];
  /** Distinct names of indicators, each with its place, an index of PLACES. */
  indicators: [name: string, place: number][];
  /** By number: indexes of `indicators`. */
  indicatorsOf: number[][];
}

/** `pagefind/pinyin.json`: how characters of names are read, all their readings: `行`: `['xing', 'hang', 'heng']`. */
export type PinyinReadings = Record<string, string[]>;

/** `pagefind/records/<n>.json` holds this many records, in the order of their numbers. */
export const RECORDS_IN_CHUNK = 8;

/**
 * A bundle is what Pagefind indexes at a time, and takes some 0.3 GB for 1,000 projects. More projects make more of them: 1, 2,
 * 4, …, each of at most about this many.
 */
export const PROJECTS_IN_BUNDLE = 2_000;
