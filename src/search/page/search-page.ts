/**
 * The page `/search/`: searches for what its address says, lists the results, and keeps the choices in the address.
 *
 * It fills `[data-search-results]` (the list; `aria-busy="false"` after the answer), `[data-search-count]` (number of projects),
 * `[data-search-message]`, `[data-search-jumps]`, `[data-search-title]`, `[data-search-heading]` and `[data-search-filters]`, shows or
 * hides `[data-search-refine]`, `[data-search-section]`, `[data-search-more-row]`, `[data-search-none]` and `[data-search-ways]`, and
 * adds sections, `[data-search-group]`, before and after the list.
 */
import { must } from '../../record/must.ts';
import type { Answer } from '../query.ts';
import { titleWith } from './describe-answer.ts';
import {
  describeMore,
  describePage,
  isFilteredOut,
  shownGroups,
  titleOf,
  type View,
} from './describe-page.ts';
import { mainQuestion } from './describe-question.ts';
import { create, fill } from './dom.ts';
import { findFilters, narrowBodies, readChoices, renderChoices, summarize } from './filters.ts';
import {
  toGroupSection,
  toJumps,
  toLeftOutSection,
  toLiteralSection,
  toWaySections,
  toWholeSection,
} from './result-groups.ts';
import { titleOfHits } from './list-jumps.ts';
import { toItems } from './result-items.ts';
import { isAsked, readAddress, toAddress, type SearchState } from './search-address.ts';
import { search } from './search-client.ts';
import { withHighlight } from './with-highlight.ts';

/** Projects listed at first, and added by the button. */
const STEP = 10;
const INTRODUCTION = '输入单位、项目、指标或金额。数按大小来比，文字逐字相符；拼音和首字母也可以。';
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
  const { form, input, filters, more, main } = elements;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(page, { text: input.value, filters: {}, isLiteral: false, part: null });
  });
  filters.element.addEventListener('change', ({ target }) => {
    // The box chooses if one body is left.
    const choices = readChoices(filters);
    if (target !== filters.narrow || choices.filters.body !== undefined) go(page, choices);
  });
  filters.narrow.addEventListener('input', () => {
    void narrowBodies(filters);
  });
  filters.reset.addEventListener('click', () => {
    go(page, { filters: {} });
  });
  more.addEventListener('click', () => {
    const listed = () => [...main.querySelectorAll('.line, .hit')];
    const shown = listed().length;
    history.replaceState({ limit: shown + STEP }, '');
    void update(page, shown + STEP).then(() => {
      listed()[shown]?.querySelector('a')?.focus();
    });
  });
  // The link itself stays the plain address, for copying and sharing.
  for (const type of ['click', 'auxclick'])
    main.addEventListener(type, ({ target }) => {
      const link = (target as Element).closest<HTMLAnchorElement>('.lines a, .results a');
      // A line says what its page should mark.
      const words = link?.closest('.lines') ? (link.dataset['words'] ?? '') : page.words.join(' ');
      if (link && words !== '') link.href = withHighlight(link.href, [words]);
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
  return {
    main: must(document.querySelector('main')),
    form: find('form'),
    input: must(document.querySelector<HTMLInputElement>('#q')),
    title: find('title'),
    count: find('count'),
    message: find('message'),
    jumps: find('jumps'),
    refine: find('refine'),
    filters: findFilters(find('filters'), find('chosen')),
    section: find('section'),
    heading: find('heading'),
    results: find('results'),
    none: find('none'),
    more: find('more'),
    moreRow: find('more-row'),
    ways: find('ways'),
  };
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
  if (!isAsked(state)) {
    render(elements, state, { title: '搜索', message: INTRODUCTION, answer: null });
    return;
  }
  renderBusy(elements);
  try {
    const isFacetChosen = state.filters.category !== undefined;
    const answer = await search({ ...state, limit, withFacets: isFacetChosen, withWays: true });
    if (!isCurrent()) return;
    renderChoices(elements.filters, state, answer);
    // A filter may have a thousand choices: in another task, so that the page never blocks for long.
    await new Promise((resolve) => setTimeout(resolve));
    if (!isCurrent()) return;
    page.words = answer.words;
    render(elements, state, describePage(state, answer));
    // Counts of facets take longer, so they follow the answer.
    if (isFacetChosen || answer.total === 0) return;
    const counted = await search({ ...state, limit: 0, withFacets: true, withWays: false });
    if (isCurrent()) renderChoices(elements.filters, state, counted, ['category']);
  } catch {
    if (isCurrent()) render(elements, state, { title: titleOf(state), message: FAILED, answer: null });
  }
}

function renderBusy({ results, ways, message }: Elements): void {
  results.setAttribute('aria-busy', 'true');
  // The answer would push it away.
  ways.hidden = true;
  message.textContent = '正在搜索…';
}

function render(elements: Elements, state: SearchState, { title, message, answer }: View): void {
  const { count, results, none, section, ways, refine, jumps, heading, main } = elements;
  const { count: found, hits, hitCount } = answer ?? { count: 0, hits: [], hitCount: 0 };
  const isNumber = answer !== null && mainQuestion(answer) !== undefined;
  elements.title.textContent = title;
  elements.message.textContent = message;
  count.textContent = String(found);
  fill(results, hits.flatMap(toItems));
  heading.textContent = titleOfHits({ questions: answer?.questions ?? [] });
  heading.append(create('span', 'soft small', `${hitCount} 个`));
  section.hidden = hits.length === 0;
  none.hidden = answer === null || !isFilteredOut(answer);
  refine.hidden = answer === null || answer.total === 0;
  summarize(elements.filters, state);
  fill(jumps, answer && state.part === null ? toJumps(answer) : []);
  jumps.hidden = jumps.children.length === 0;
  const sections = answer
    ? shownGroups(state, answer).map((group) => toGroupSection(group, answer, state))
    : [];
  // The guide explains how numbers are searched: after them.
  const isLast = (element: HTMLElement) => isNumber && element.id === 'guide';
  for (const old of main.querySelectorAll('[data-search-group]')) old.remove();
  section.before(...sections.filter((element) => !isLast(element)));
  ways.before(...sections.filter(isLast), ...moreSections(state, answer));
  renderMore(elements, state, answer);
  ways.hidden = false;
  results.setAttribute('aria-busy', 'false');
}

/** What comes after the results. */
function moreSections(state: SearchState, answer: Answer | null): HTMLElement[] {
  if (!answer) return [];
  if (answer.total === 0) return toWaySections(answer.ways);
  if (state.part !== null) return [toWholeSection(state)];
  return [toLeftOutSection(answer), toLiteralSection(state, answer)].flatMap((section) => section ?? []);
}

function renderMore({ more, moreRow, results }: Elements, state: SearchState, answer: Answer | null): void {
  const label = describeMore(state, answer, STEP);
  moreRow.hidden = label === null;
  more.textContent = label ?? '';
  results.hidden = results.children.length === 0;
}
