/**
 * The script of `/search/`: searches for `?q=`, and for what is typed, and lists what is found.
 *
 * It fills what the page has: `[data-search-results]` (the list; `aria-busy="false"` once the answer stands),
 * `[data-search-count]` (number of projects found), `[data-search-message]`, `[data-search-title]`, and shows or hides
 * `[data-search-section]` and `[data-search-empty]`.
 */
import { formatYuan } from '../display/format-yuan.ts';
import type { Hit, IndicatorHit, MarkedText } from './rank-hits.ts';
import { createSearchClient } from './search-client.ts';

/** Indicators shown of one project; the rest are counted. */
const MOST = 4;
const PLAIN = '输入项目、指标或金额，逐字相符的都会列出。';
const FAILED = '搜索的索引没有载入。请检查网络后再试一次，或到下面的页面里找。';

const client = createSearchClient('/pagefind/');
const page = {
  form: part('[data-search-form]'),
  input: part('#q') as HTMLInputElement,
  title: part('[data-search-title]'),
  count: part('[data-search-count]'),
  message: part('[data-search-message]'),
  section: part('[data-search-section]'),
  heading: part('[data-search-heading]'),
  list: part('[data-search-results]'),
  empty: part('[data-search-empty]'),
  ways: part('[data-search-ways]'),
};
/** The query whose answer is awaited; an older answer that comes later is dropped. */
let awaited = '';

page.form.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = page.input.value.trim();
  history.pushState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
  void answer(query);
});
addEventListener('popstate', searchAddress);
searchAddress();

function searchAddress(): void {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  page.input.value = query;
  void answer(query);
}

async function answer(query: string): Promise<void> {
  awaited = query;
  document.title = document.title.replace(/^.*?(?=搜索 · )/, query === '' ? '' : `${query} · `);
  if (query.trim() === '') {
    show([], '搜索', PLAIN);
    return;
  }
  page.list.setAttribute('aria-busy', 'true');
  // What is below would be pushed away by the answer.
  page.ways.hidden = true;
  page.message.textContent = '正在搜索…';
  try {
    const hits = await client.search(query);
    if (awaited !== query) return;
    const indicators = hits.reduce((sum, hit) => sum + hit.indicators.length, 0);
    const found =
      indicators > 0 ? `${hits.length} 个项目，其中 ${indicators} 项指标相符` : `${hits.length} 个项目`;
    if (hits.length > 0) show(hits, `搜索“${query}”`, `找到 ${found}。`);
    else show([], `没有找到“${query}”`, '没有找到。');
    page.empty.hidden = hits.length > 0;
  } catch {
    if (awaited === query) show([], `搜索“${query}”`, FAILED);
  }
}

function show(hits: readonly Hit[], title: string, message: string): void {
  page.title.textContent = title;
  page.message.textContent = message;
  page.count.textContent = String(hits.length);
  page.heading.textContent = `${hits.length} 个项目`;
  page.list.replaceChildren(...hits.flatMap(toItems));
  page.section.hidden = hits.length === 0;
  page.empty.hidden = true;
  page.ways.hidden = false;
  page.list.setAttribute('aria-busy', 'false');
}

/** A project, and an item for each of its first indicators. */
function toItems(hit: Hit): HTMLLIElement[] {
  const item = element('li', 'hit');
  const heading = element('h3', '');
  heading.append(link(hit.url, hit.name));
  const amount = element('p', 'amount figures');
  amount.append(`${formatYuan(hit.yuan)}\u00A0元`);
  item.append(heading, amount, describe(hit));
  return [item, ...hit.indicators.slice(0, MOST).map(toIndicatorItem)];
}

/** Body and year; where another cell matched, that cell; how many indicators are not listed. */
function describe({ publisher, year, excerpt, indicators }: Hit): HTMLElement {
  const line = element('p', 'soft small');
  line.append(`${publisher}，${year}年`);
  if (excerpt) line.append(`；${excerpt.label}：`, marked(excerpt.text));
  if (indicators.length > MOST) line.append(`；${indicators.length} 项指标相符，列出前 ${MOST} 项`);
  return line;
}

function toIndicatorItem({ url, name, annual, period, category }: IndicatorHit): HTMLLIElement {
  const item = element('li', 'found');
  const value = element('span', 'value figures');
  value.append(marked(annual.text === '' ? period : annual));
  const isOnlyInPeriod = annual.marks.length === 0 && period.marks.length > 0 && annual.text !== '';
  if (isOnlyInPeriod) value.append('（周期 ', marked(period), '）');
  const kind = element('span', 'soft small');
  kind.append(category);
  item.append(link(url, name), ' ', value, ' ', kind);
  return item;
}

function link(url: string, text: MarkedText): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.append(marked(text));
  return anchor;
}

/** The text with what was searched for in `<mark>`s. */
function marked({ text, marks }: MarkedText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const mark of marks) {
    const piece = document.createElement('mark');
    piece.append(text.slice(mark.start, mark.end));
    fragment.append(text.slice(end, mark.start), piece);
    end = mark.end;
  }
  fragment.append(text.slice(end));
  return fragment;
}

function element<Name extends 'li' | 'h3' | 'p' | 'span'>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
