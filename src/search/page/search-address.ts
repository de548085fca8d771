/** What the address of `/search/` says: `?q=党建&type=…&sort=budget`. */
import { FILTERS, SORTS, type Query } from '../query.ts';

export type SearchState = Pick<Query, 'text' | 'filters' | 'sort'>;

export function readAddress(search: string): SearchState {
  const given = new URLSearchParams(search);
  const filters: Query['filters'] = {};
  for (const filter of FILTERS) {
    const value = given.get(filter);
    if (value) filters[filter] = value;
  }
  const sort = SORTS.find((known) => known === given.get('sort')) ?? SORTS[0];
  return { text: given.get('q') ?? '', filters, sort };
}

/** The part of the address from `?` on; empty where nothing is asked. */
export function toAddress({ text, filters, sort }: SearchState): string {
  const words = text.trim();
  if (words === '') return '';
  const given = new URLSearchParams({ q: words });
  for (const filter of FILTERS) {
    const value = filters[filter];
    if (value !== undefined) given.set(filter, value);
  }
  if (sort !== SORTS[0]) given.set('sort', sort);
  return `?${given}`;
}
