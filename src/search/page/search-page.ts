/**
 * The page `/search/`: searches for what its address says, lists the results, and keeps the choices in the address.
 *
 * It fills `[data-search-results]` (the list; `aria-busy="false"` after the answer), `[data-search-count]` (number of projects),
 * `[data-search-message]`, `[data-search-title]` and `[data-search-filters]`, and shows or hides `[data-search-section]`,
 * `[data-search-more]`, `[data-search-none]`, `[data-search-empty]` and `[data-search-ways]`.
 */
import { must } from '../../record/must.ts';
import { FILTERS, type Answer, type Filter, type Sort } from '../query.ts';
import { describeAnswer, titleWith } from './describe-answer.ts';
import { fill, withHighlight } from './dom.ts';
import { toItems } from './result-items.ts';
import { readAddress, toAddress, type SearchState } from './search-address.ts';
import { search } from './search-client.ts';

/** Projects listed at first, and added by the button. */
const STEP = 10;
const INTRODUCTION = '输入项目、指标或金额，逐字相符的都会列出。拼音和首字母也可以。';
const FAILED = '搜索的索引没有载入。请检查网络后再试一次，或到下面的页面里找。';

type Elements = ReturnType<typeof findElements>;

/** What the address does not say. */
interface SearchPage {
  readonly elements: Elements;
  /** Counts searches, so that an outdated answer is discarded. */
  requests: number;
  /** Words to mark on the page of a result. */
  words: readonly string[];
}

export function startSearchPage(): void {
  const elements = findElements();
  const page: SearchPage = { elements, requests: 0, words: [] };
  const { form, input, filters, reset, more, results } = elements;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(page, { text: input.value, filters: {} });
  });
  filters.addEventListener('change', () => {
    go(page, readChoices(elements));
  });
  reset.addEventListener('click', () => {
    go(page, { filters: {} });
  });
  more.addEventListener('click', () => {
    const shown = results.querySelectorAll('.hit').length;
    history.replaceState({ limit: shown + STEP }, '');
    void update(page, shown + STEP).then(() => {
      results.querySelectorAll('.hit')[shown]?.querySelector('a')?.focus();
    });
  });
  // The link itself stays the plain address, for copying and sharing.
  for (const type of ['click', 'auxclick'])
    results.addEventListener(type, ({ target }) => {
      const link = (target as Element).closest('a');
      if (link) link.href = withHighlight(link.href, page.words);
    });
  const recall = () => {
    input.value = input.defaultValue = readAddress(location.search).text;
    // As much as was listed before the reader left.
    const entry = history.state as { limit?: number } | null;
    void update(page, entry?.limit ?? STEP);
  };
  addEventListener('popstate', recall);
  recall();
}

function findElements() {
  const find = (name: string) => must(document.querySelector<HTMLElement>(`[data-search-${name}]`));
  const filters = find('filters');
  return {
    form: find('form'),
    input: must(document.querySelector<HTMLInputElement>('#q')),
    title: find('title'),
    count: find('count'),
    message: find('message'),
    section: find('section'),
    filters,
    selects: [...filters.querySelectorAll('select')],
    reset: find('reset'),
    results: find('results'),
    none: find('none'),
    more: find('more'),
    empty: find('empty'),
    ways: find('ways'),
  };
}

function readChoices({ selects }: Elements): Pick<SearchState, 'filters' | 'sort'> {
  const filters: SearchState['filters'] = {};
  for (const { name, value } of selects) if (name !== 'sort' && value !== '') filters[name as Filter] = value;
  return { filters, sort: selects.find(({ name }) => name === 'sort')?.value as Sort };
}

function go(page: SearchPage, change: Partial<SearchState>): void {
  const address = toAddress({ ...readAddress(location.search), ...change });
  history.pushState(null, '', location.pathname + address);
  void update(page, STEP);
}

async function update(page: SearchPage, limit: number): Promise<void> {
  const { elements } = page;
  const state = readAddress(location.search);
  const request = (page.requests += 1);
  const isCurrent = () => request === page.requests;
  document.title = titleWith(state.text, document.title);
  if (state.text.trim() === '') {
    render(elements, { title: '搜索', message: INTRODUCTION, answer: null });
    return;
  }
  renderBusy(elements);
  try {
    const isFacetChosen = state.filters.category !== undefined;
    const answer = await search({ ...state, limit, withFacets: isFacetChosen });
    if (!isCurrent()) return;
    renderChoices(elements, state, answer);
    // A filter may have a thousand choices: in another task, so that the page never blocks for long.
    await new Promise((resolve) => setTimeout(resolve));
    if (!isCurrent()) return;
    page.words = answer.words;
    render(elements, describe(state, answer));
    // Counts of facets take longer, so they follow the answer.
    if (isFacetChosen || answer.total === 0) return;
    const counted = await search({ ...state, limit: 0, withFacets: true });
    if (isCurrent()) renderChoices(elements, state, counted, ['category']);
  } catch {
    if (isCurrent()) render(elements, { title: `搜索“${state.text}”`, message: FAILED, answer: null });
  }
}

function renderBusy({ results, ways, message }: Elements): void {
  results.setAttribute('aria-busy', 'true');
  // The answer would push it away.
  ways.hidden = true;
  message.textContent = '正在搜索…';
}

interface View {
  title: string;
  message: string;
  /** Null: there are no results to list or filter. */
  answer: Answer | null;
  /** Whether advice for another search is shown. */
  isEmpty?: boolean;
}

function describe({ text }: SearchState, answer: Answer): View {
  if (answer.total > 0) return { title: `搜索“${text}”`, message: describeAnswer(answer), answer };
  return { title: `没有找到“${text}”`, message: '没有找到。', answer: null, isEmpty: true };
}

function render(elements: Elements, { title, message, answer, isEmpty = false }: View): void {
  const { count, results, none, more, section, empty, ways } = elements;
  const { count: found, hits } = answer ?? { count: 0, hits: [] };
  elements.title.textContent = title;
  elements.message.textContent = message;
  count.textContent = String(found);
  fill(results, hits.flatMap(toItems));
  none.hidden = found > 0;
  more.hidden = found === hits.length;
  more.textContent = `再列 ${Math.min(STEP, found - hits.length)} 个项目`;
  section.hidden = answer === null;
  empty.hidden = !isEmpty;
  ways.hidden = false;
  results.setAttribute('aria-busy', 'false');
}

/** All choices with their counts. A filter that would change nothing is hidden. */
function renderChoices(
  { selects, reset }: Elements,
  state: SearchState,
  { choices }: Answer,
  filters: readonly Filter[] = FILTERS,
): void {
  for (const select of selects) {
    if (select.name === 'sort') select.value = state.sort;
    const filter = filters.find((name) => name === select.name);
    if (!filter) continue;
    const chosen = state.filters[filter] ?? '';
    const isOffered = chosen === '' || choices[filter].some(({ value }) => value === chosen);
    const all = isOffered ? choices[filter] : [...choices[filter], { value: chosen, count: 0 }];
    const options = all.map(
      ({ value, count }) => new Option(`${filter === 'year' ? `${value}年` : value}（${count}）`, value),
    );
    fill(select, [new Option('全部', ''), ...options]);
    select.value = chosen;
    const box = select.closest('div');
    if (box) box.hidden = all.length < 2 && chosen === '' && filter !== 'category';
  }
  reset.hidden = Object.keys(state.filters).length === 0;
}
