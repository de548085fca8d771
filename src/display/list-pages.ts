/** One page of a list that may be too long for one. */
export interface ListPage<Item> {
  items: readonly Item[];
  /** From 1. */
  number: number;
  /** How many pages the list has; 1 where it fits. */
  count: number;
  /** Items of all pages. */
  total: number;
  /** Place of the page's first item in the list, from 1. */
  first: number;
}

/** A list in pages of at most `size`; an empty list is one empty page. */
export function toListPages<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
    total: items.length,
    first: index * size + 1,
  }));
}

/**
 * The part of an address that names a page of a list, for a rest parameter: nothing for the first, then `page/2`.
 *
 * Two parts, so that no name of a body, project or indicator can be taken for it.
 */
export function pagePart(number: number): string | undefined {
  return number === 1 ? undefined : `page/${number}`;
}

/** Numbers that a reader is offered: first, last, the neighbours, and null where some are left out. */
export function pageNumbers({ number, count }: { number: number; count: number }): (number | null)[] {
  const near = [1, number - 1, number, number + 1, count].filter((at) => at >= 1 && at <= count);
  const offered = [...new Set(near)];
  return offered.flatMap((at, index) => {
    const left = at - (offered[index - 1] ?? 0) - 1;
    if (left === 0) return [at];
    return left === 1 ? [at - 1, at] : [null, at];
  });
}

/** Rows of one page: a phone shows and filters these at once, and they weigh some 15 kB compressed. */
export const ROWS_ON_PAGE = 200;
/** Indicators of one page of a project: far more than offices write, so that nearly every project is one page. */
export const ROWS_OF_PROJECT = 500;
/** Rows of a comparison that a phone shows before the reader asks for the rest: seven screens. */
export const AT_ONCE = 40;
/** Bodies that a page shows among other things, before it links to their own list. */
export const BODIES_AT_ONCE = 50;
/** Notices that the page of a body lists; each is on the page of its project, too. */
export const NOTICES_AT_ONCE = 200;
/** Changes after publication that the page of a body or project lists, the newest first; the page of a day has all. */
export const REVISIONS_AT_ONCE = 50;
/** Projects without a published result that the page of their body lists. */
export const MISSING_AT_ONCE = 20;
/** Names of indicators that the page of their subcategory lists, the most frequent first. */
export const NAMES_AT_ONCE = 100;
