/**
 * The search box in use: an ARIA combobox with a list of suggestions ("editable combobox with list autocomplete"). Without it the
 * form leads to `/search/` too.
 */
import { groupDigits } from '../../record/group-digits.ts';
import type { Hit, IndicatorHit } from '../to-hit.ts';
import { create, createButton, fill, markedText, targetText, withHighlight } from './dom.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { search, warmUp } from './search-client.ts';
import {
  CLOSED,
  FAILED,
  moveTo,
  SEARCHING,
  showAnswer,
  showRecent,
  type Suggestion,
  type SuggestionState,
} from './suggestions.ts';

/** Projects suggested. */
const MAX_PROJECTS = 5;
/** Debounce (ms). */
const PAUSE = 120;
/** Show the busy message only after this time (ms). */
const BUSY_AFTER = 200;

export function createSearchBox(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  if (!input) return;
  const view = createView(form, input);
  const box: Box = { form, input, view, state: CLOSED, requests: 0, timer: 0, isComposing: false };
  input.addEventListener('compositionstart', () => {
    box.isComposing = true;
    window.clearTimeout(box.timer);
  });
  input.addEventListener('compositionend', () => {
    box.isComposing = false;
    suggestSoon(box);
  });
  input.addEventListener('input', () => {
    if (!box.isComposing) suggestSoon(box);
  });
  for (const type of ['focus', 'click'])
    input.addEventListener(type, () => {
      open(box);
    });
  input.addEventListener('keydown', (event) => {
    // The input method handles the key.
    if (event.isComposing || box.isComposing) return;
    if (press(box, event.key)) event.preventDefault();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close(box);
  });
  form.addEventListener('submit', () => {
    rememberSearch(input.value);
    close(box);
  });
  // Keeps the focus in the box.
  view.list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  view.list.addEventListener('click', ({ target }) => {
    const item = (target as Element).closest('li');
    choose(box, box.state.suggestions[[...view.list.children].findIndex((child) => child === item)]);
  });
  view.clear.addEventListener('click', () => {
    forgetSearches();
    input.focus();
    close(box, '最近搜索已清除。');
  });
  warmUp();
  if (document.activeElement === input) open(box);
}

interface Box {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly view: View;
  state: SuggestionState;
  /** Counts what should be shown, so that an outdated answer is discarded. */
  requests: number;
  timer: number;
  isComposing: boolean;
}

function show(box: Box, state: SuggestionState): void {
  box.state = state;
  box.view.render(state);
}

function close(box: Box, announcement = ''): void {
  window.clearTimeout(box.timer);
  box.requests += 1;
  show(box, { ...CLOSED, announcement });
}

function open(box: Box): void {
  const { input, state } = box;
  if (state.isOpen) return;
  if (input.value.trim() === '') show(box, showRecent(recentSearches()));
  else if (input.value !== input.defaultValue) suggestSoon(box);
}

function suggestSoon(box: Box): void {
  window.clearTimeout(box.timer);
  box.requests += 1;
  if (box.input.value.trim() === '') show(box, showRecent(recentSearches()));
  else box.timer = window.setTimeout(() => void suggest(box), PAUSE);
}

async function suggest(box: Box): Promise<void> {
  const text = box.input.value;
  const request = (box.requests += 1);
  const showIfCurrent = (state: SuggestionState) => {
    if (request === box.requests) show(box, state);
  };
  const busy = window.setTimeout(() => {
    showIfCurrent(SEARCHING);
  }, BUSY_AFTER);
  const query = { text, filters: {}, sort: 'relevance', limit: MAX_PROJECTS, withFacets: false } as const;
  try {
    showIfCurrent(showAnswer(await search(query), text));
  } catch {
    showIfCurrent(FAILED);
  } finally {
    window.clearTimeout(busy);
  }
}

/** Whether the key is handled. */
function press(box: Box, key: string): boolean {
  const { input, state, view } = box;
  const next = moveTo(key, state);
  if (next !== undefined) {
    box.state = { ...state, active: next };
    view.renderActive(box.state);
  } else if (key === 'ArrowDown' && !state.isOpen) {
    if (input.value.trim() === '') show(box, showRecent(recentSearches()));
    else void suggest(box);
  } else if (key === 'Escape' && state.isOpen) {
    close(box);
  } else if (key === 'Enter' && state.active !== -1) {
    choose(box, state.suggestions[state.active]);
  } else {
    return false;
  }
  return true;
}

function choose({ form, input, state }: Box, suggestion: Suggestion | undefined): void {
  if (!suggestion) return;
  if ('url' in suggestion) {
    rememberSearch(input.value);
    location.assign(withHighlight(suggestion.url, state.words));
    return;
  }
  if (suggestion.kind === 'recent') input.value = suggestion.text;
  // Browsers of 2018 lack `requestSubmit`.
  form.querySelector<HTMLElement>('[type=submit]')?.click();
}

interface View {
  list: HTMLUListElement;
  clear: HTMLButtonElement;
  render: (state: SuggestionState) => void;
  /** Renders which suggestion is active, and nothing else, so that nothing is announced again. */
  renderActive: (state: SuggestionState) => void;
}

function createView(form: HTMLFormElement, input: HTMLInputElement): View {
  const status = create('p', 'suggestions-status small soft');
  const list = create('ul', '');
  const clear = createButton('plain small', '清除最近搜索');
  const popup = create('div', 'suggestions', status, list, clear);
  const live = create('p', 'visually-hidden');
  list.id = `${input.id}-list`;
  setAttributes(list, { role: 'listbox', 'aria-label': '搜索建议' });
  live.setAttribute('role', 'status');
  popup.hidden = true;
  form.append(popup, live);
  setAttributes(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  });
  return { list, clear, render, renderActive };

  function render(state: SuggestionState): void {
    const { isOpen, suggestions, message, announcement } = state;
    fill(list, suggestions.map(toItem));
    for (const [index, item] of [...list.children].entries())
      setAttributes(item, { id: `${list.id}-${index}`, role: 'option' });
    list.hidden = suggestions.length === 0;
    status.textContent = message;
    status.hidden = message === '';
    clear.hidden = suggestions[0]?.kind !== 'recent';
    live.textContent = announcement;
    popup.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(suggestions.length > 0));
    renderActive(state);
  }

  function renderActive({ active }: SuggestionState): void {
    for (const [index, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(index === active));
    const item = list.children[active];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  }
}

function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function toItem(suggestion: Suggestion): HTMLLIElement {
  if (suggestion.kind === 'project') return describeProject(suggestion.hit);
  if (suggestion.kind === 'indicator') return describeIndicator(suggestion.hit);
  if (suggestion.kind === 'all') return create('li', 'all', `全部 ${suggestion.count} 个项目`);
  return create('li', '', suggestion.text);
}

function describeProject({ name, yuan, publisher, year, excerpt }: Hit): HTMLLIElement {
  const about = excerpt
    ? [`${excerpt.label}：`, markedText(excerpt.text)]
    : [`${publisher}，${year}年，${groupDigits(yuan)}\u00A0元`];
  const title = create('span', 'title', markedText(name));
  return create('li', 'project', title, ' ', create('span', 'soft small', ...about));
}

function describeIndicator(hit: IndicatorHit): HTMLLIElement {
  const target =
    hit.annual.text === ''
      ? targetText(hit.period, hit.periodReading)
      : targetText(hit.annual, hit.annualReading);
  return create(
    'li',
    'indicator',
    create('span', 'title', markedText(hit.name)),
    ' ',
    create('span', 'value figures', ...target),
    ' ',
    create('span', 'soft small', hit.category),
  );
}
