import type { Cost } from '../measure-process.ts';

/** One thing that is measured at one size, round by round. */
export interface Contender {
  name: ContenderName;
  run: () => Promise<Cost>;
}

/** A row of the tables. */
export type ContenderName = (typeof ROWS)[number];

export const OURS = 'Jixiao, everything, from nothing';
export const CHANGED = 'Jixiao, one file changed';
/** Of bodies and projects: what a shard builds. */
export const BODY_PAGES = 'Jixiao, pages alone';
export const INDEX = 'Jixiao, search index alone';
export const PAGEFIND = "Pagefind's CLI over our pages";
export const HUGO = 'Hugo';
export const ELEVENTY = 'Eleventy';
export const STARLIGHT = 'Starlight';
export const FLOOR = 'template strings in Node';
/** In the order of the tables, in which they run, too: what is compared stands together. */
export const ROWS = [OURS, CHANGED, BODY_PAGES, INDEX, PAGEFIND, HUGO, ELEVENTY, STARLIGHT, FLOOR] as const;
