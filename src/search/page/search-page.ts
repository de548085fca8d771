/**
 * The script of `/search/`: searches for what the address says, lists what is found, and keeps what is chosen in the address.
 *
 * It fills what the page has: `[data-search-results]` (the list; `aria-busy="false"` once the answer stands),
 * `[data-search-count]` (number of projects found), `[data-search-message]`, `[data-search-title]`, `[data-search-filters]`,
 * and shows or hides `[data-search-section]`, `[data-search-more]` and `[data-search-empty]`.
 */
import { fill } from './fill.ts';
import { FILTERS, type Answer, type Filter, type Sort } from '../query.ts';
import { toItems } from './result-items.ts';
import { readAddress, toAddress, type SearchState } from './search-address.ts';
import { searchClient } from './search-client.ts';
import { withHighlight } from './with-highlight.ts';

/** Projects listed at first, and more at a time. */
const STEP = 10;
const PLAIN = '输入项目、指标或金额，逐字相符的都会列出。拼音和首字母也可以。';
const FAILED = '搜索的索引没有载入。请检查网络后再试一次，或到下面的页面里找。';

const client = searchClient();
const page = {
  form: part('[data-search-form]'),
  input: part('#q') as HTMLInputElement,
  title: part('[data-search-title]'),
  count: part('[data-search-count]'),
  message: part('[data-search-message]'),
  section: part('[data-search-section]'),
  filters: part('[data-search-filters]'),
  reset: part('[data-search-reset]'),
  list: part('[data-search-results]'),
  none: part('[data-search-none]'),
  more: part('[data-search-more]') as HTMLButtonElement,
  empty: part('[data-search-empty]'),
  ways: part('[data-search-ways]'),
};
const selects = [...page.filters.querySelectorAll('select')];
/** Counts searches: an older answer that comes later is dropped. */
let asked = 0;
let state: SearchState = readAddress(location.search);
let words: readonly string[] = [];

page.form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ text: page.input.value, filters: {}, sort: state.sort });
});
page.filters.addEventListener('change', () => {
  const filters: SearchState['filters'] = {};
  for (const { name, value } of selects) if (name !== 'sort' && value !== '') filters[name as Filter] = value;
  const sort = selects.find(({ name }) => name === 'sort')?.value as Sort;
  go({ text: state.text, filters, sort });
});
page.reset.addEventListener('click', () => {
  go({ text: state.text, filters: {}, sort: state.sort });
});
page.more.addEventListener('click', () => {
  const shown = page.list.querySelectorAll('.hit').length;
  history.replaceState({ limit: shown + STEP }, '');
  void answer(shown + STEP).then(() => {
    page.list.querySelectorAll('.hit')[shown]?.querySelector('a')?.focus();
  });
});
for (const type of ['click', 'auxclick']) page.list.addEventListener(type, carryWords);
addEventListener('popstate', recall);
recall();

function go(next: SearchState): void {
  state = next;
  history.pushState(null, '', location.pathname + toAddress(next));
  void answer(STEP);
}

/** Searches for what the address says; as much as was listed before the reader left. */
function recall(): void {
  state = readAddress(location.search);
  page.input.value = state.text;
  page.input.defaultValue = state.text;
  const kept = history.state as { limit?: number } | null;
  void answer(kept?.limit ?? STEP);
}

async function answer(limit: number): Promise<void> {
  const own = (asked += 1);
  const { text } = state;
  document.title = document.title.replace(/^.*?(?=搜索 · )/, text === '' ? '' : `${text} · `);
  if (text.trim() === '') {
    clear('搜索', PLAIN);
    return;
  }
  page.list.setAttribute('aria-busy', 'true');
  // What is below would be pushed away by the answer.
  page.ways.hidden = true;
  page.message.textContent = '正在搜索…';
  try {
    const isFacetChosen = state.filters.category !== undefined;
    const found = await client.search({ ...state, limit, withFacets: isFacetChosen });
    if (own !== asked) return;
    showChoices(found);
    // A filter may have a thousand choices: in a task of their own, so that the page never stands still for long.
    await nextTask();
    if (own !== asked) return;
    show(found);
    // The answer stands; how often each category is met may come a moment later.
    if (isFacetChosen || found.total === 0) return;
    const counted = await client.search({ ...state, limit: 0, withFacets: true });
    if (own === asked) showChoices(counted, ['category']);
  } catch {
    if (own === asked) clear(`搜索“${text}”`, FAILED);
  }
}

function clear(title: string, message: string): void {
  page.title.textContent = title;
  page.message.textContent = message;
  page.count.textContent = '0';
  fill(page.list, []);
  page.section.hidden = true;
  page.empty.hidden = true;
  page.ways.hidden = false;
  page.list.setAttribute('aria-busy', 'false');
}

function show(found: Answer): void {
  const { text } = state;
  if (found.total === 0) {
    clear(`没有找到“${text}”`, '没有找到。');
    page.empty.hidden = false;
    return;
  }
  ({ words } = found);
  page.title.textContent = `搜索“${text}”`;
  page.message.textContent = describe(found);
  page.count.textContent = String(found.count);
  fill(page.list, found.hits.flatMap(toItems));
  page.none.hidden = found.count > 0;
  page.more.hidden = found.hits.length === found.count;
  page.more.textContent = `再列 ${Math.min(STEP, found.count - found.hits.length)} 个项目`;
  page.section.hidden = false;
  page.empty.hidden = true;
  page.ways.hidden = false;
  page.list.setAttribute('aria-busy', 'false');
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function describe({ count, total, hits, readAs, isNamesOnly }: Answer): string {
  const found = count === total ? `找到 ${count} 个项目` : `找到 ${total} 个项目，符合筛选的 ${count} 个`;
  const listed = hits.length < count ? `，列出前 ${hits.length} 个` : '';
  const read =
    readAs.length > 0 ? `按“${readAs.slice(0, 4).join('”“')}”${readAs.length > 4 ? '等' : ''}查找。` : '';
  const names = isNamesOnly ? '索引没有载入，只在项目和指标的名称里找，指标值和目标没有找。' : '';
  return `${read}${names}${found}${listed}。`;
}

/** Every choice with the number of projects that it would show. A filter that would change nothing is not offered. */
function showChoices({ choices }: Answer, filters: readonly Filter[] = FILTERS): void {
  for (const select of selects) {
    if (select.name === 'sort') {
      select.value = state.sort;
      continue;
    }
    const filter = filters.find((known) => known === select.name);
    if (!filter) continue;
    const chosen = state.filters[filter] ?? '';
    const offered = choices[filter];
    const isKnown = chosen === '' || offered.some(({ value }) => value === chosen);
    const all = isKnown ? offered : [...offered, { value: chosen, count: 0 }];
    fill(select, [
      new Option('全部', ''),
      ...all.map(
        ({ value, count }) => new Option(`${filter === 'year' ? `${value}年` : value}（${count}）`, value),
      ),
    ]);
    select.value = chosen;
    const box = select.closest('div');
    if (box) box.hidden = all.length < 2 && chosen === '' && filter !== 'category';
  }
  page.reset.hidden = Object.keys(state.filters).length === 0;
}

/** The page that is found marks the words; the address that is copied or shared is the plain one. */
function carryWords({ target }: Event): void {
  const link = (target as Element).closest('a');
  if (link) link.href = withHighlight(link.href, words);
}

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
