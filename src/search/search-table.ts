/** What a browser knows about all projects before it searches: enough to rank, filter and count the matches. */
import type { Comparator } from '../record/comparators.ts';

/** `pagefind/table.json`. Projects are numbered, largest budget first. */
export interface SearchTable {
  /** Changes with the content. URLs carry it, so that files of two builds are never mixed. */
  version: string;
  index: IndexTable;
  /** Names of bodies, of departments (主管部门) too; and of project types. */
  bodies: string[];
  types: string[];
  /**
   * Year, body and department (indexes of `bodies`; -1: none; left out where it is the body itself) of each disclosure. One with two
   * departments is listed twice.
   */
  disclosures: [year: number, body: number, department?: number][];
  /** By project number: index of `disclosures`; index of `types`, -1 for a blank one, or -2 where the form has none; length of the folded name; scale of the sections. */
  disclosure: number[];
  type: number[];
  nameLength: number[];
  scale: number[];
  /** Numbers of the projects whose result was published, each as the step from the one before. */
  answered: number[];
  /** Number of projects that reach each of BUDGET_RANGES, largest first; all with a budget reach the last. */
  budgets: number[];
  /** Traditional characters that the content lacks, with the simplified ones that it has. */
  traditional: Record<string, string>;
  /** Every run of Latin letters in the folded content. All other letters that are typed are pinyin. */
  latin: string[];
  /** Headings of the guide. */
  guide: GuideEntry[];
}

export interface GuideEntry {
  /** Of a page; or of a section, with the page's title after it. */
  title: string;
  page: string | null;
  url: string;
}

/** `pagefind/bodies.json`: by index of `bodies`, the address of its newest page; null if it publishes none. */
export type BodyAddresses = (string | null)[];

export const QUANTITY_KINDS = ['percent', 'money', 'other'] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** `pagefind/quantities/<kind>.json`: the targets that are one quantity. */
export interface QuantityList {
  /** In the order of their first rows. Of an amount that `readMoney` reads the text alone. */
  quantities: (TypedText | [text: string])[];
  /**
   * By quantity: the rows that have it, each as the step from the one before, the first from the first of the quantity before. Rows are
   * the indicators of all projects, in the order of the projects' numbers.
   */
  rows: number[][];
  /** Of money only: the budgets by project number, in yuan. Null: the form has no funds. */
  budgets?: (number | null)[];
}

/** A target's text, folded and with what columns next to it say; its comparator, value (of money in yuan), upper end, and unit. */
export type TypedText = [
  text: string,
  comparator: Comparator | null,
  value: number,
  upper: number | null,
  unit: string | null,
];

/** `pagefind/sounds.json`: the usual characters of each syllable, without tones. */
export type Sounds = Record<string, string>;

/** The index: `pagefind/index/<digest>-<n>.pf_index`. */
export interface IndexTable {
  digest: string;
  /** Pagefind's version. */
  pagefind: string;
  /** Projects in a bundle, in the order of their numbers; the last may have fewer. */
  bundleSize: number;
  /** By file: a lower bound of its words, above all words of the previous file. */
  bounds: string[];
}

/** `pagefind/names.json`: names of projects and indicators, for pinyin, for sorting, and if the engine fails. */
export interface NameList {
  /** By project number. */
  names: string[];
  /** Distinct names of indicators, each with its index in SEARCH_FACETS. */
  indicators: [name: string, facet: number][];
  /** By project number: of each of its rows the index in `indicators`. */
  indicatorsOf: number[][];
}

/** `pagefind/pinyin.json`: all readings of each character of a name: `行`: `['xing', 'hang', 'heng']`. */
export type Pinyin = Record<string, string[]>;

/** Records per file `pagefind/records/<n>.json`, in the order of their numbers. */
export const RECORDS_IN_FILE = 8;

/** Pagefind needs more than twice the time for a phrase in twice the projects, so a site is indexed in bundles of this size. */
export const PROJECTS_IN_BUNDLE = 2_000;

/** At least one. @param size Projects in a bundle. */
export function countBundles(projects: number, size: number): number {
  return Math.max(1, Math.ceil(projects / size));
}
