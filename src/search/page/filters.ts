/** The filters of the page `/search/`: one line, with a box that narrows the list of bodies. */
import { formatCount } from '../../display/format-count.ts';
import { must } from '../../record/must.ts';
import { toSearchable } from '../fold.ts';
import { FILTERS, type Answer, type Choice, type Filter, type Sort } from '../query.ts';
import { fill } from './dom.ts';
import type { SearchState } from './search-address.ts';

/** From this many bodies on there is a box to find one. */
const MANY = 12;

export interface Filters {
  element: HTMLElement;
  selects: readonly HTMLSelectElement[];
  reset: HTMLElement;
  /** Narrows the list of bodies. */
  narrow: HTMLInputElement;
  /** Says what is chosen. */
  chosen: HTMLElement;
  /** All bodies, whatever the box says. */
  bodies: readonly Choice[];
}

export function findFilters(element: HTMLElement, chosen: HTMLElement): Filters {
  return {
    ...{ element, chosen, bodies: [] },
    selects: [...element.querySelectorAll('select')],
    reset: must(element.querySelector<HTMLElement>('[data-search-reset]')),
    narrow: must(element.querySelector<HTMLInputElement>('[data-search-narrow]')),
  };
}

export function readChoices({ selects }: Filters): Pick<SearchState, 'filters' | 'sort'> {
  const filters: SearchState['filters'] = {};
  for (const { name, value } of selects) if (name !== 'sort' && value !== '') filters[name as Filter] = value;
  return { filters, sort: selects.find(({ name }) => name === 'sort')?.value as Sort };
}

/** All choices with their counts. A filter that would change nothing is hidden. */
export function renderChoices(
  filters: Filters,
  state: SearchState,
  { choices }: Answer,
  names: readonly Filter[] = FILTERS,
): void {
  for (const select of filters.selects) {
    if (select.name === 'sort') select.value = state.sort;
    const filter = names.find((name) => name === select.name);
    if (!filter) continue;
    const chosen = state.filters[filter] ?? '';
    const isOffered = chosen === '' || choices[filter].some(({ value }) => value === chosen);
    const all = isOffered ? choices[filter] : [...choices[filter], { value: chosen, count: 0 }];
    renderOptions(select, all, chosen);
    if (filter === 'body') renderNarrow(filters, all);
    const box = select.closest('div');
    if (box) box.hidden = all.length < 2 && chosen === '';
  }
  filters.reset.hidden = Object.keys(state.filters).length === 0;
}

function renderOptions(select: HTMLSelectElement, all: readonly Choice[], chosen: string): void {
  const options = all.map(
    ({ value, count }) => new Option(`${label(select.name, value)}（${formatCount(count)}）`, value),
  );
  fill(select, [new Option('全部', ''), ...options]);
  select.value = chosen;
}

function renderNarrow(filters: Filters, bodies: readonly Choice[]): void {
  const { narrow } = filters;
  filters.bodies = bodies;
  narrow.value = '';
  const box = narrow.closest('div');
  if (box) box.hidden = bodies.length < MANY;
}

/** Lists the bodies that the box names; if it names one, that one is chosen when the box is left. */
export async function narrowBodies({ narrow, selects, bodies }: Filters): Promise<void> {
  const select = must(selects.find(({ name }) => name === 'body'));
  const { findNamed } = await import('../short-names.ts');
  const { text } = toSearchable(narrow.value);
  const names = bodies.map(({ value }) => toSearchable(value).text);
  const named = text === '' ? bodies : findNamed(names, text).map((index) => must(bodies[index]));
  const [only] = named;
  renderOptions(select, named, named.length === 1 && only ? only.value : '');
}

/** The chosen values, for the closed line. */
export function summarize({ chosen }: Filters, { filters }: SearchState): void {
  const values = FILTERS.flatMap((filter) => {
    const value = filters[filter];
    return value === undefined ? [] : [label(filter, value)];
  });
  chosen.textContent = values.length > 0 ? values.join('，') : '全部年度，全部单位';
}

function label(filter: string, value: string): string {
  return filter === 'year' ? `${value}年` : value;
}
