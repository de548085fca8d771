/**
 * The search box in use: an ARIA combobox with a list of suggestions ("editable combobox with list autocomplete"). Without it the
 * form leads to `/search/` too.
 */
import { formatCount } from '../../display/format-count.ts';
import { formatYuan } from '../../display/format-yuan.ts';
import { must } from '../../record/must.ts';
import type { Line } from '../query.ts';
import type { Hit, IndicatorHit } from '../to-hit.ts';
import { excerptOf, formatApart, onlyTargetOf } from './describe-hit.ts';
import { summaryOf } from './describe-line.ts';
import { create, createButton, fill, markedText, setAttributes, targetText } from './dom.ts';
import { wordsOf } from './line-words.ts';
import { toHref } from './to-href.ts';
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
import { withHighlight } from './with-highlight.ts';

/** Projects suggested. */
const MAX_PROJECTS = 5;
/** Debounce (ms). */
const PAUSE = 120;
/** Show the busy message only after this time (ms). */
const BUSY_AFTER = 200;

export function createSearchBox(form: HTMLFormElement): void {
  const input = must(form.querySelector('input'));
  const box: Box = { form, input, popup: createPopup(form, input), state: CLOSED, requests: 0, timer: 0 };
  const { list, clear } = box.popup;
  input.addEventListener('compositionstart', () => {
    window.clearTimeout(box.timer);
  });
  input.addEventListener('compositionend', () => {
    suggest(box);
  });
  input.addEventListener('input', (event) => {
    if (!event.isComposing) suggest(box);
  });
  for (const type of ['focus', 'click'])
    input.addEventListener(type, () => {
      open(box);
    });
  input.addEventListener('keydown', (event) => {
    // While composing, the input method handles the key.
    if (!event.isComposing && press(box, event.key)) event.preventDefault();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) close(box);
  });
  form.addEventListener('submit', () => {
    rememberSearch(input.value);
    close(box);
  });
  // Keeps the focus in the box.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const index = [...list.children].findIndex((item) => item.contains(target as Node));
    choose(box, box.state.suggestions[index]);
  });
  clear.addEventListener('click', () => {
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
  readonly popup: ReturnType<typeof createPopup>;
  state: SuggestionState;
  /** Counts what should be shown, so that an outdated answer is discarded. */
  requests: number;
  timer: number;
}

function close(box: Box, announcement = ''): void {
  window.clearTimeout(box.timer);
  box.requests += 1;
  render(box, { ...CLOSED, announcement });
}

function open(box: Box): void {
  const { input, state } = box;
  if (!state.isOpen && (input.value.trim() === '' || input.value !== input.defaultValue)) suggest(box);
}

/** @param pause In milliseconds. */
function suggest(box: Box, pause = PAUSE): void {
  window.clearTimeout(box.timer);
  box.requests += 1;
  if (box.input.value.trim() === '') render(box, showRecent(recentSearches()));
  else box.timer = window.setTimeout(() => void showMatches(box), pause);
}

async function showMatches(box: Box): Promise<void> {
  const text = box.input.value;
  const request = box.requests;
  const renderIfCurrent = (state: SuggestionState) => {
    if (request === box.requests) render(box, state);
  };
  const busy = window.setTimeout(renderIfCurrent, BUSY_AFTER, SEARCHING);
  const state = { text, filters: {}, sort: 'relevance', isLiteral: false, part: null } as const;
  const query = { ...state, limit: MAX_PROJECTS, withFacets: false, withWays: false };
  const shown = await search(query).then(
    (answer) => showAnswer(answer, text),
    () => FAILED,
  );
  window.clearTimeout(busy);
  renderIfCurrent(shown);
}

/** Whether the key is handled. */
function press(box: Box, key: string): boolean {
  const { state } = box;
  const next = moveTo(key, state);
  if (next !== undefined) renderActive(box, next);
  else if (key === 'ArrowDown' && !state.isOpen) suggest(box, 0);
  else if (key === 'Escape' && state.isOpen) close(box);
  else if (key === 'Enter' && state.active !== -1) choose(box, state.suggestions[state.active]);
  else return false;
  return true;
}

function choose({ form, input, state }: Box, suggestion: Suggestion | undefined): void {
  if (!suggestion) return;
  if ('url' in suggestion) {
    rememberSearch(input.value);
    const words = suggestion.kind === 'line' ? wordsOf(suggestion.line) : state.words;
    const address = toHref(suggestion.url);
    location.assign(words.length === 0 ? address : withHighlight(address, words));
    return;
  }
  if (suggestion.kind === 'recent') input.value = suggestion.text;
  // Browsers of 2018 lack `requestSubmit`.
  form.querySelector<HTMLElement>('[type=submit]')?.click();
}

function createPopup(form: HTMLFormElement, input: HTMLInputElement) {
  const status = create('p', 'suggestions-status small soft');
  const list = create('ul', { id: `${input.id}-list`, role: 'listbox', 'aria-label': '搜索建议' });
  const clear = createButton('plain small', '清除最近搜索');
  const root = create('div', 'suggestions', status, list, clear);
  const live = create('p', { class: 'visually-hidden', role: 'status' });
  root.hidden = true;
  form.append(root, live);
  setAttributes(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  });
  return { root, status, list, clear, live };
}

function render(box: Box, state: SuggestionState): void {
  const { isOpen, suggestions, message, announcement, active } = state;
  const { root, status, list, clear, live } = box.popup;
  box.state = state;
  fill(list, suggestions.map(toItem));
  for (const [index, item] of [...list.children].entries())
    setAttributes(item, { id: `${list.id}-${index}`, role: 'option' });
  list.hidden = suggestions.length === 0;
  status.textContent = message;
  status.hidden = message === '';
  clear.hidden = suggestions[0]?.kind !== 'recent';
  live.textContent = announcement;
  root.hidden = !isOpen;
  setAttributes(box.input, { 'aria-expanded': String(suggestions.length > 0) });
  renderActive(box, active);
}

/** Renders which suggestion is active, and nothing else, so that nothing is announced again. */
function renderActive(box: Box, active: number): void {
  const { input, popup } = box;
  box.state = { ...box.state, active };
  for (const [index, item] of [...popup.list.children].entries())
    setAttributes(item, { 'aria-selected': String(index === active) });
  const item = popup.list.children[active];
  item?.scrollIntoView({ block: 'nearest' });
  if (item) setAttributes(input, { 'aria-activedescendant': item.id });
  else input.removeAttribute('aria-activedescendant');
}

function toItem(suggestion: Suggestion): HTMLLIElement {
  if (suggestion.kind === 'project') return describeProject(suggestion.hit);
  if (suggestion.kind === 'indicator') return describeIndicator(suggestion.hit);
  if (suggestion.kind === 'line') return describeLine(suggestion.line);
  if (suggestion.kind === 'all') return create('li', 'all', `全部 ${formatCount(suggestion.count)} 个项目`);
  return create('li', {}, suggestion.text);
}

function describeProject(hit: Hit): HTMLLIElement {
  const { name, yuan, publisher, year, isResult } = hit;
  const excerpt = excerptOf(hit);
  const about = excerpt
    ? [`${excerpt.label}：`, markedText(excerpt.text)]
    : [`${publisher}，${year}年，${isResult ? '只有自评' : formatYuan(yuan, '\u00A0')}`];
  const title = create('span', 'title', markedText(name), formatApart(hit));
  return create('li', 'project', title, ' ', create('span', 'soft small', ...about));
}

function describeIndicator(hit: IndicatorHit): HTMLLIElement {
  const title = create('span', 'title', markedText(hit.name));
  const value = create('span', 'value figures', ...targetText(...onlyTargetOf(hit)));
  return create('li', 'indicator', title, ' ', value, ' ', create('span', 'soft small', hit.category));
}

function describeLine(line: Line): HTMLLIElement {
  const { target, reading } = line;
  const name = create('span', 'title', markedText(line.title));
  const item = create('li', target ? 'indicator' : 'project', name);
  if (target) item.append(' ', create('span', 'value figures', ...targetText(target, reading)));
  item.append(' ', create('span', 'soft small', summaryOf(line)));
  return item;
}
