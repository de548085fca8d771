/** The custom element of `ListTools.astro`: filters and sorts a list, and keeps what is chosen in the address. */
import { groupDigits } from '../record/group-digits.ts';

type Item = HTMLElement;

class ListTools extends HTMLElement {
  private items: Item[] = [];
  private list: HTMLElement | null = null;
  private selects: HTMLSelectElement[] = [];
  /** Words of each option without its count. */
  private readonly words = new WeakMap<HTMLOptionElement, string>();

  connectedCallback(): void {
    this.list = document.getElementById(this.dataset['list'] ?? '');
    this.items = [...(this.list?.querySelectorAll<Item>('[data-item]') ?? [])];
    this.selects = [...this.querySelectorAll('select')];
    for (const option of this.querySelectorAll('option')) this.words.set(option, option.text);
    this.addEventListener('change', () => {
      this.remember();
      this.apply();
    });
    this.querySelector('button')?.addEventListener('click', () => {
      for (const select of this.selects) select.value = '';
      this.remember();
      this.apply();
    });
    addEventListener('popstate', () => {
      this.recall();
    });
    this.recall();
  }

  /** Chooses what the address says. */
  private recall(): void {
    const chosen = new URLSearchParams(location.search);
    for (const select of this.selects) {
      const value = chosen.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    this.apply();
  }

  /** Writes what is chosen into the address. */
  private remember(): void {
    const chosen = new URLSearchParams();
    for (const { name, value } of this.selects) if (value !== '') chosen.set(name, value);
    const query = chosen.toString();
    history.pushState(null, '', (query === '' ? location.pathname : `?${query}`) + location.hash);
  }

  private apply(): void {
    const filters = this.selects.filter(({ name, value }) => name !== 'sort' && value !== '');
    const isFiltered = filters.length > 0;
    for (const item of this.items) item.hidden = !matches(item, filters);
    this.count();
    this.sort();
    this.hideEmptyGroups();

    const shown = this.items.filter(({ hidden }) => !hidden);
    const unit = this.dataset['unit'] ?? '';
    const sum = this.dataset['summed'] === 'true' ? `，合计 ${sumOf(shown)} 元` : '';
    this.say(
      '[data-status]',
      isFiltered ? `显示 ${shown.length} / ${this.items.length} ${unit}${sum}。` : '',
    );
    for (const total of this.list?.querySelectorAll('tfoot') ?? []) total.hidden = isFiltered;
    const nothing = this.querySelector<HTMLElement>('[data-nothing]');
    if (nothing) nothing.hidden = shown.length > 0;
  }

  /** Beside each choice: how many it would show, the other choices as they are. */
  private count(): void {
    for (const select of this.selects) {
      if (select.name === 'sort') continue;
      const others = this.selects.filter(
        (other) => other !== select && other.name !== 'sort' && other.value !== '',
      );
      const rest = this.items.filter((item) => matches(item, others));
      for (const option of select.options) {
        const count =
          option.value === ''
            ? rest.length
            : rest.filter((item) => item.dataset[select.name] === option.value).length;
        option.text = `${this.words.get(option) ?? ''}（${count}）`;
      }
    }
  }

  private sort(): void {
    const by = this.selects.find(({ name }) => name === 'sort')?.value ?? '';
    const compare = COMPARE[by];
    const sorted = compare ? [...this.items].sort(compare) : this.items;
    for (const item of sorted) item.parentElement?.append(item);
  }

  private hideEmptyGroups(): void {
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = group.querySelector('[data-item]:not([hidden])') === null;
    }
  }

  private say(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place) place.textContent = text;
  }
}

const COMPARE: Partial<Record<string, (a: Item, b: Item) => number>> = {
  // Those without a sum are last, as in the list.
  smallest: (a, b) => Number(a.dataset['sum'] ?? Infinity) - Number(b.dataset['sum'] ?? Infinity) || 0,
  name: (a, b) => (a.dataset['name'] ?? '').localeCompare(b.dataset['name'] ?? '', 'zh-CN'),
};

function matches(item: Item, filters: readonly HTMLSelectElement[]): boolean {
  return filters.every(({ name, value }) => item.dataset[name] === value);
}

/** Exact: fen are whole numbers. */
function sumOf(items: readonly Item[]): string {
  const fen = items.reduce(
    (sum, item) => sum + BigInt((item.dataset['sum'] ?? '0').replace('.', '')),
    BigInt(0),
  );
  const digits = fen.toString().padStart(3, '0');
  return groupDigits(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

customElements.define('list-tools', ListTools);
