/**
 * The search box while it is used: an ARIA combobox with a list of suggestions, in the manner of the pattern "editable
 * combobox with list autocomplete". The form itself leads to `/search/`, with or without this.
 */
import { formatYuan } from '../../display/format-yuan.ts';
import { fill } from './fill.ts';
import { markedText } from './marked-text.ts';
import type { Answer } from '../query.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { searchClient } from './search-client.ts';
import type { Hit, IndicatorHit } from '../to-hit.ts';
import { toReading } from './to-reading.ts';
import { withHighlight } from './with-highlight.ts';

/** Projects suggested, and indicators of each. */
const PROJECTS = 5;
const INDICATORS = 2;
/** Milliseconds without a key before a search begins. */
const PAUSE = 120;

/** One choice of the list: an address to go to, or a text to search for. */
interface Suggestion {
  element: HTMLLIElement;
  choose: () => void;
}

export function createSearchBox(form: HTMLFormElement): void {
  const field = form.querySelector('input');
  if (!field) return;
  const input = field;
  const client = searchClient();
  const popup = create('div', 'suggestions');
  const status = create('p', 'suggestions-status small soft');
  const list = create('ul', '');
  const clear = create('button', 'plain small');
  const live = create('p', 'visually-hidden');
  let suggestions: Suggestion[] = [];
  let active = -1;
  let asked = 0;
  let timer = 0;
  let isComposing = false;

  list.id = `${input.id}-list`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '搜索建议');
  live.setAttribute('role', 'status');
  clear.type = 'button';
  clear.textContent = '清除最近搜索';
  popup.hidden = true;
  popup.append(status, list, clear);
  form.append(popup, live);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-haspopup', 'listbox'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ] as const)
    input.setAttribute(name, value);

  input.addEventListener('compositionstart', () => {
    isComposing = true;
    window.clearTimeout(timer);
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    wait();
  });
  input.addEventListener('input', () => {
    if (!isComposing) wait();
  });
  input.addEventListener('focus', open);
  input.addEventListener('click', open);
  input.addEventListener('keydown', press);
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  form.addEventListener('submit', () => {
    rememberSearch(input.value);
    close();
  });
  // The box keeps the focus while something of the list is pressed.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const item = (target as Element).closest('li');
    suggestions.find(({ element }) => element === item)?.choose();
  });
  clear.addEventListener('click', () => {
    forgetSearches();
    input.focus();
    close();
    live.textContent = '最近搜索已清除。';
  });
  client.warmUp();
  if (document.activeElement === input) open();

  function open(): void {
    if (!popup.hidden) return;
    if (input.value.trim() === '') showRecent();
    else if (input.value !== input.defaultValue) wait();
  }

  function wait(): void {
    window.clearTimeout(timer);
    // What is awaited is no longer wanted.
    asked += 1;
    if (input.value.trim() === '') {
      close();
      showRecent();
      return;
    }
    timer = window.setTimeout(() => void suggest(input.value), PAUSE);
  }

  async function suggest(text: string): Promise<void> {
    const own = (asked += 1);
    // Only who waits long enough to notice is told to wait.
    const slow = window.setTimeout(() => {
      if (own === asked) show([], '正在查找…');
    }, 200);
    try {
      const answer = await client.search({
        text,
        filters: {},
        sort: 'relevance',
        limit: PROJECTS,
        withFacets: false,
      });
      if (own !== asked) return;
      showAnswer(answer, text);
    } catch {
      if (own === asked) show([], '搜索没有载入，请检查网络。按回车到搜索页再试。');
    } finally {
      window.clearTimeout(slow);
    }
  }

  function showAnswer(answer: Answer, text: string): void {
    if (answer.count === 0) {
      show([], `没有找到“${text.trim()}”。少输几个字再试，或者换成表里的说法。`);
      return;
    }
    const { hits, words, count } = answer;
    const found = hits.flatMap((hit) => [
      toSuggestion(hit.url, describeProject(hit), words),
      ...hit.indicators
        .slice(0, INDICATORS)
        .map((indicator) => toSuggestion(indicator.url, describeIndicator(indicator), words)),
    ]);
    const all = create('li', 'all');
    all.append(`全部 ${count} 个项目`);
    const names = answer.isNamesOnly ? '索引没有载入，只在名称里找。' : '';
    const readAs = answer.readAs.length > 0 ? `按“${answer.readAs.slice(0, 3).join('”“')}”查找。` : '';
    show(
      [...found, { element: all, choose: submit }],
      readAs + names,
      `找到 ${count} 个项目，按上下键选择。`,
    );
  }

  /** As the button does, which engines of 2018 can do too. */
  function submit(): void {
    form.querySelector<HTMLElement>('[type=submit]')?.click();
  }

  function toSuggestion(url: string, element: HTMLLIElement, words: readonly string[]): Suggestion {
    return {
      element,
      choose: () => {
        rememberSearch(input.value);
        location.assign(withHighlight(url, words));
      },
    };
  }

  function showRecent(): void {
    const recent = recentSearches();
    if (recent.length === 0) return;
    const found = recent.map((text): Suggestion => {
      const element = create('li', '');
      element.append(text);
      const choose = () => {
        input.value = text;
        submit();
      };
      return { element, choose };
    });
    show(found, '最近搜索，只存在这台设备上', `${recent.length} 条最近搜索，按上下键选择。`);
    clear.hidden = false;
  }

  /** @param said What a screen reader says; where nothing else, what is seen. */
  function show(shown: readonly Suggestion[], message: string, said = message): void {
    suggestions = [...shown];
    activate(-1);
    for (const [index, { element }] of suggestions.entries()) {
      element.id = `${list.id}-${index}`;
      element.setAttribute('role', 'option');
      element.setAttribute('aria-selected', 'false');
    }
    fill(
      list,
      suggestions.map(({ element }) => element),
    );
    list.hidden = suggestions.length === 0;
    status.textContent = message;
    status.hidden = message === '';
    clear.hidden = true;
    live.textContent = said;
    popup.hidden = false;
    input.setAttribute('aria-expanded', String(suggestions.length > 0));
  }

  function close(): void {
    window.clearTimeout(timer);
    asked += 1;
    activate(-1);
    popup.hidden = true;
    live.textContent = '';
    input.setAttribute('aria-expanded', 'false');
  }

  function activate(index: number): void {
    suggestions[active]?.element.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = suggestions[index]?.element;
    if (!chosen) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    chosen.setAttribute('aria-selected', 'true');
    chosen.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', chosen.id);
  }

  function press(event: KeyboardEvent): void {
    // The input method has the key.
    if (event.isComposing || isComposing) return;
    const isOpen = !popup.hidden && suggestions.length > 0;
    const last = suggestions.length - 1;
    const moves: Record<string, number | undefined> = isOpen
      ? {
          ArrowDown: active === last ? -1 : active + 1,
          ArrowUp: active === -1 ? last : active - 1,
          // Without a choice in the list, these move within the text.
          Home: active === -1 ? undefined : 0,
          End: active === -1 ? undefined : last,
        }
      : {};
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      activate(next);
    } else if (event.key === 'ArrowDown' && popup.hidden) {
      event.preventDefault();
      if (input.value.trim() === '') showRecent();
      else void suggest(input.value);
    } else if (event.key === 'Escape' && !popup.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && isOpen && active !== -1) {
      event.preventDefault();
      suggestions[active]?.choose();
    }
  }
}

function describeProject({ name, yuan, publisher, year, excerpt }: Hit): HTMLLIElement {
  const item = create('li', 'project');
  const title = create('span', 'title');
  title.append(markedText(name));
  const about = create('span', 'soft small');
  if (excerpt) about.append(`${excerpt.label}：`, markedText(excerpt.text));
  else about.append(`${publisher}，${year}年，${formatYuan(yuan)}\u00A0元`);
  item.append(title, ' ', about);
  return item;
}

function describeIndicator(hit: IndicatorHit): HTMLLIElement {
  const { name, annual, period, category } = hit;
  const item = create('li', 'indicator');
  const title = create('span', 'title');
  title.append(markedText(name));
  const value = create('span', 'value figures');
  value.append(markedText(annual.text === '' ? period : annual));
  const reading = annual.text === '' ? hit.periodReading : hit.annualReading;
  if (reading !== null) value.append(' ', toReading(reading));
  const about = create('span', 'soft small');
  about.append(category);
  item.append(title, ' ', value, ' ', about);
  return item;
}

function create<Name extends 'div' | 'p' | 'ul' | 'li' | 'span' | 'button'>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  if (className !== '') created.className = className;
  return created;
}
