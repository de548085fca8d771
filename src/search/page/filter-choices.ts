/** What the filters of the page `/search/` list, and how it reads. */
import { formatCount } from '../../display/format-count.ts';
import { FILTERS, type Choice, type Query } from '../query.ts';

/** From this many bodies on there is a box to find one. */
const MANY = 12;

/** The choices of a filter; the chosen one too, if the answer has none of it. */
export function listChoices(offered: readonly Choice[], chosen: string): readonly Choice[] {
  const isOffered = chosen === '' || offered.some(({ value }) => value === chosen);
  return isOffered ? offered : [...offered, { value: chosen, count: 0 }];
}

/** Whether a filter would change nothing. */
export function isUseless(choices: readonly Choice[], chosen: string): boolean {
  return choices.length < 2 && chosen === '';
}

/** Whether a list of bodies is long enough for a box. */
export function isLong(bodies: readonly Choice[]): boolean {
  return bodies.length >= MANY;
}

/** `2026年（1,200）`. */
export function formatChoice(filter: string, { value, count }: Choice): string {
  return `${label(filter, value)}（${formatCount(count)}）`;
}

/** The chosen values, for the closed line. */
export function summarizeChoices(filters: Query['filters']): string {
  const values = FILTERS.flatMap((filter) => {
    const value = filters[filter];
    return value === undefined ? [] : [label(filter, value)];
  });
  return values.length > 0 ? values.join('，') : '全部年度，全部单位';
}

function label(filter: string, value: string): string {
  return filter === 'year' ? `${value}年` : value;
}
