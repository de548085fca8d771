/** The filters of the page `/search/`: one line, with a box that narrows the list of bodies. */
import { must } from '../../record/must.ts';
import { FILTERS, type Answer, type Choice, type Filter, type Sort } from '../query.ts';
import { fill } from './dom.ts';
import { formatChoice, isLong, isUseless, listChoices, summarizeChoices } from './filter-choices.ts';
import type { SearchState } from './search-address.ts';

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
    const all = listChoices(choices[filter], chosen);
    renderOptions(select, all, chosen);
    if (filter === 'body') renderNarrow(filters, all);
    const box = select.closest('div');
    if (box) box.hidden = isUseless(all, chosen);
  }
  filters.reset.hidden = Object.keys(state.filters).length === 0;
}

function renderOptions(select: HTMLSelectElement, all: readonly Choice[], chosen: string): void {
  const options = all.map((choice) => new Option(formatChoice(select.name, choice), choice.value));
  fill(select, [new Option('全部', ''), ...options]);
  select.value = chosen;
}

function renderNarrow(filters: Filters, bodies: readonly Choice[]): void {
  const { narrow } = filters;
  filters.bodies = bodies;
  narrow.value = '';
  const box = narrow.closest('div');
  if (box) box.hidden = !isLong(bodies);
}

/** Lists the bodies that the box names; if it names one, that one is chosen when the box is left. */
export async function narrowBodies({ narrow, selects, bodies }: Filters): Promise<void> {
  const select = must(selects.find(({ name }) => name === 'body'));
  const { narrowChoices } = await import('./narrow-choices.ts');
  const [named, value] = narrowChoices(bodies, narrow.value);
  renderOptions(select, named, value);
}

/** The chosen values, for the closed line. */
export function summarize({ chosen }: Filters, { filters }: SearchState): void {
  chosen.textContent = summarizeChoices(filters);
}
