/** What the address of `/search/` says: `?q=党建&type=…&sort=budget`. */
import { FILTERS, GROUPS, SORTS, type Query } from '../query.ts';

export type SearchState = Pick<Query, 'text' | 'filters' | 'sort' | 'isLiteral' | 'part'>;

/** `as=text`: the words are no amounts, targets, years. */
const LITERAL = 'text';

export function readAddress(search: string): SearchState {
  const given = new URLSearchParams(search);
  const filters: Query['filters'] = {};
  for (const filter of FILTERS) {
    const value = given.get(filter);
    if (value) filters[filter] = value;
  }
  return {
    text: given.get('q') ?? '',
    filters,
    sort: SORTS.find((known) => known === given.get('sort')) ?? SORTS[0],
    isLiteral: given.get('as') === LITERAL,
    part: GROUPS.find((known) => known === given.get('part')) ?? null,
  };
}

/** Whether there is anything to search for. */
export function isAsked({ text, filters }: Pick<SearchState, 'text' | 'filters'>): boolean {
  return text.trim() !== '' || Object.keys(filters).length > 0;
}

/** The part of the address from `?` on; empty where nothing is asked. */
export function toAddress({ text, filters, sort, isLiteral, part }: SearchState): string {
  if (!isAsked({ text, filters })) return '';
  const words = text.trim();
  const given = new URLSearchParams(words === '' ? {} : { q: words });
  for (const filter of FILTERS) {
    const value = filters[filter];
    if (value !== undefined) given.set(filter, value);
  }
  if (sort !== SORTS[0]) given.set('sort', sort);
  if (isLiteral) given.set('as', LITERAL);
  if (part !== null) given.set('part', part);
  return `?${given}`;
}

/** The address of another search. */
export function addressOf(text: string): string {
  return `/search/${toAddress({ text, filters: {}, sort: SORTS[0], isLiteral: false, part: null })}`;
}
